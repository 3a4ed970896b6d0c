import { describe, expect, it } from '@jest/globals';
import type { Linha, Parametro } from '../../banco/dialeto.js';
import { ErroDeBanco } from '../../banco/erros-de-banco.js';
import { Leitura } from '../../banco/leitura.js';
import { comParametros, conferir, MAXIMO_DE_VIOLACOES } from './conferir.js';
import { conferirTodas } from './conferir-todas.js';
import type { Invariante } from './invariante.js';

const CONTEXTO = {
  agora: new Date('2026-06-01T12:00:00Z'),
  prazo: new Date('2026-06-01T11:50:00Z'),
  escutas: [],
};
const INVARIANTE: Invariante = {
  ...{ codigo: 'TESTE.QUALQUER', descricao: 'Vale.', fonte: 'nenhuma', registro: 'leito' },
  sql: 'SELECT id FROM leitos',
};

class LeituraFalsa extends Leitura {
  readonly pedidos: string[] = [];
  constructor(private readonly responder: (sql: string, parametros: readonly Parametro[]) => Linha[]) {
    super();
  }
  override async consultar(sql: string, parametros: readonly Parametro[] = []): Promise<Linha[]> {
    this.pedidos.push(sql);
    return this.responder(sql, parametros);
  }
  override encerrar = (): Promise<void> => Promise.resolve();
}

const leituraDe = (...ids: unknown[]) => new LeituraFalsa(() => ids.map((id) => ({ id })));
const cair = (): never => {
  throw new ErroDeBanco('conexao', undefined, undefined);
};

describe('conferir um invariante', () => {
  it('deve dizer de que são os identificadores que o violam', async () => {
    const achado = await conferir(leituraDe(3, '12'), INVARIANTE, CONTEXTO);
    expect(achado).toMatchObject({ conferida: true, registros: ['leito:3', 'leito:12'], haMais: false });
  });

  it('deve deixar como estão as referências que a consulta já dá inteiras', async () => {
    const { registros } = await conferir(
      leituraDe('plano:1'),
      { ...INVARIANTE, registro: undefined },
      CONTEXTO,
    );
    expect(registros).toEqual(['plano:1']);
  });

  it('deve contar só até o máximo, e dizer que há mais', async () => {
    const muitos = Array.from({ length: MAXIMO_DE_VIOLACOES + 1 }, (_, i) => i);
    const achado = await conferir(leituraDe(...muitos), INVARIANTE, CONTEXTO);
    expect([achado.registros.length, achado.haMais]).toEqual([MAXIMO_DE_VIOLACOES, true]);
  });

  it('deve dizer que não conferiu o que passou do prazo da leitura, e não que vale', async () => {
    const lenta = new LeituraFalsa((sql) => (sql.startsWith('SELECT 1 ') ? [{ um: 1 }] : cair()));
    expect(await conferir(lenta, INVARIANTE, CONTEXTO)).toMatchObject({ conferida: false, registros: [] });
  });

  it('deve falhar quando o banco não responde a mais nada', async () => {
    await expect(conferir(new LeituraFalsa(cair), INVARIANTE, CONTEXTO)).rejects.toMatchObject({
      natureza: 'conexao',
    });
  });

  it('deve falhar quando a consulta está errada', async () => {
    const errada = new LeituraFalsa(() => {
      throw new ErroDeBanco('outro', undefined, undefined);
    });
    await expect(conferir(errada, INVARIANTE, CONTEXTO)).rejects.toMatchObject({ natureza: 'outro' });
    expect(errada.pedidos).toHaveLength(1);
  });

  it('deve pôr os instantes e as escutas onde a consulta os nomeia', () => {
    const escutas = [{ tipo: 'leitos.leito-liberado', saga: 'notificacoes.avisar' }];
    expect(comParametros('a < :prazo AND b < :agora OR c IN :escutas', { ...CONTEXTO, escutas })).toEqual([
      "a < ? AND b < ? OR c IN (SELECT 'leitos.leito-liberado' AS tipo, 'notificacoes.avisar' AS saga)",
      [CONTEXTO.prazo, CONTEXTO.agora],
    ]);
  });

  it('deve dar por não conferido o que sobra quando o prazo da auditoria acaba', async () => {
    const leitura = leituraDe();
    const acervo = { invariantes: [INVARIANTE, INVARIANTE], escutas: [] };
    const conferidas: boolean[] = [];
    for await (const { conferida } of conferirTodas(leitura, acervo, { agora: CONTEXTO.agora, prazoMs: 0 }))
      conferidas.push(conferida);
    expect([conferidas, leitura.pedidos]).toEqual([[false, false], []]);
  });
});
