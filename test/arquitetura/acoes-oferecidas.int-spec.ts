import { beforeAll, describe, expect, it } from '@jest/globals';
import { gerarArquivos } from '../../ferramentas/gerar/gerar-arquivos.js';
import { ESTADOS_DA_INTERNACAO } from '../../src/modulos/internacoes/dominio/estados-da-internacao.js';
import { MAQUINA_DO_LEITO } from '../../src/modulos/leitos/dominio/estados-do-leito.js';

describe('ações oferecidas a quem usa a API', () => {
  let rotas: string[];
  let estados: string;

  beforeAll(async () => {
    const arquivos = await gerarArquivos();
    const conteudo = (caminho: string) => arquivos.find((a) => a.caminho === caminho)!.conteudo;
    rotas = Object.keys((JSON.parse(conteudo('openapi.json')) as { paths: object }).paths);
    estados = conteudo('docs/estados.md');
  });

  it.each([
    ['internacoes', ESTADOS_DA_INTERNACAO],
    ['leitos', MAQUINA_DO_LEITO],
  ])('deve haver em %s uma rota para cada uma', (recurso, maquina) => {
    const acoesDe = maquina.acoesDe.bind(maquina) as (estado: string) => string[];
    const oferecidas = new Set(Object.keys(maquina.estados).flatMap(acoesDe));
    expect(oferecidas.size).toBeGreaterThan(0);
    expect([...oferecidas].filter((acao) => !rotas.includes(`/v1/${recurso}/{id}/${acao}`))).toEqual([]);
  });

  it('deve a recusa do leito citar só comandos, e o documento de estados, tudo', () => {
    expect(() => MAQUINA_DO_LEITO.mover('RESERVADO', 'bloquear', 'X', 'O leito 1')).toThrow(
      'Ações possíveis agora: cancelar-reserva.',
    );
    expect(estados).toContain('| `RESERVADO` | `expirar-reserva` | `LIVRE` |');
    expect(estados).toContain('| `ENCERRADA` | `reabrir` | `INTERNADA` |');
  });
});
