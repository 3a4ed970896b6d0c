import type { VarianteRuim } from '../cenario.js';
import { semChaves } from './sem-chaves.js';

/** Looks whether the bed is free, and takes it: nothing held in between, nothing in the WHERE, no key with the last word. */
export const conferirEInserir: VarianteRuim = {
  codigo: 'conferir-e-inserir',
  descricao: 'confere se o leito está livre sem travá-lo e ocupa sem conferir de novo',
  apanhadaPor: /DISPUTA: \d+ internados no mesmo leito/,
  motores: ['mysql'],
  trocas: [
    {
      arquivo: 'src/modulos/leitos/persistencia/leitos-no-banco.js',
      de: 'SELECT * FROM leitos l WHERE l.id = ?${travar(tx.motor)}',
      para: 'SELECT * FROM leitos l WHERE l.id = ?',
    },
    {
      arquivo: 'src/modulos/leitos/persistencia/leitos-no-banco.js',
      de: `manutencao_autor_id = ?, atualizado_em = ?, versao = ?
       WHERE id = ? AND versao = ?`,
      para: `manutencao_autor_id = ?, atualizado_em = ?, versao = ?
       WHERE id = ? AND ? >= 0`,
    },
  ],
  preparar: semChaves(
    ['ocupacoes', 'uq_ocupacoes_leito_aberto'],
    ['leitos_historico', 'uq_leitos_historico_versao'],
    ['eventos', 'uq_eventos_agregado'],
  ),
};
