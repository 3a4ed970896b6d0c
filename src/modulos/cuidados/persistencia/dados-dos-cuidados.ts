import {
  dadosDoTitular,
  INSTANTE,
  INTEIRO,
  TEXTO,
} from '../../../plataforma/privacidade/dados-do-titular.js';

/** What this module holds on a patient: who had him under care, and who saw him in an emergency. */
export const DADOS_DOS_CUIDADOS = dadosDoTitular({
  partes: [
    {
      nome: 'vinculosDeCuidado',
      descricao: 'Quem teve a pessoa sob seu cuidado, ou acesso de emergência ao que é dela, e por quê.',
      tabela: 'vinculos_de_cuidado',
      onde: 't.paciente_id = ? OR t.usuario_id IN (SELECT u.id FROM usuarios u WHERE u.paciente_id = ?)',
      campos: {
        id: INTEIRO,
        usuario_id: INTEIRO,
        paciente_id: INTEIRO,
        origem: TEXTO,
        motivo: TEXTO,
        desde: INSTANTE,
        ate: INSTANTE,
        encerrado_em: INSTANTE,
        revisado_em: INSTANTE,
        revisor_id: INTEIRO,
        parecer: TEXTO,
        observacao_da_revisao: TEXTO,
      },
      calculados: { usuarioNome: ['(SELECT u.nome FROM usuarios u WHERE u.id = t.usuario_id)', TEXTO] },
    },
  ],
});
