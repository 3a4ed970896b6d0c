import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CenarioDeLeitos } from '../../../../test/apoio/cenario-de-leitos.js';
import { dia, OcupacaoDeTeste } from '../../../../test/apoio/ocupacao-de-teste.js';
import { instante, ouNulo } from '../../../banco/dialeto.js';

const ACOES = [
  ...['entrar', 'sair', 'limpar', 'estadia', 'anular', 'voltar'],
  ...['bloquear', 'desbloquear', 'desativar', 'reativar'],
] as const;

describe('lançamentos tardios', () => {
  let cenario: CenarioDeLeitos;
  let ocupacoes: OcupacaoDeTeste;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    ocupacoes = await OcupacaoDeTeste.montar(cenario);
  });
  afterAll(() => cenario.encerrar());

  /** The bed was never used while it was out of the hospital. */
  async function esperaSoInstalado(id: number, usos: readonly { inicio: Date; fim: Date | null }[]) {
    const instalado = (await cenario.linhas('leitos_periodos', id)).filter((p) => p.atributo === 'INSTALADO');
    for (const uso of usos)
      expect(
        instalado.some((p) => {
          const [inicio, fim] = [ouNulo(instante)(p.inicio), ouNulo(instante)(p.fim)];
          return (!inicio || inicio <= uso.inicio) && (!fim || (uso.fim !== null && uso.fim <= fim));
        }),
      ).toBe(true);
  }

  /** It is OCUPADO with an open stretch, BLOQUEADO with an open block, and with neither otherwise. */
  async function esperaEstadoCoerente(id: number) {
    const abertos = async (tabela: string) =>
      (await cenario.linhas(tabela, id)).filter(({ fim }) => fim === null).length;
    const status = await ocupacoes.status(id);
    expect(await abertos('ocupacoes')).toBe(status === 'OCUPADO' ? 1 : 0);
    expect(await abertos('leitos_bloqueios')).toBe(status === 'BLOQUEADO' ? 1 : 0);
  }

  it('deve nunca sobrepor ocupações nem bloqueios de um leito, em qualquer ordem de lançamentos tardios', async () => {
    const passo = fc.record({
      acao: fc.constantFrom(...ACOES),
      de: fc.integer({ min: 1, max: 28 }),
      dias: fc.integer({ min: 0, max: 6 }),
      fechado: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(passo, { minLength: 5, maxLength: 14 }), async (passos) => {
        const id = await cenario.leito();
        let dentro: number | undefined;
        for (const { acao, de, dias, fechado } of passos) {
          const em = dia(de);
          const corpo = { em, ...(fechado ? { ate: dia(de + dias) } : {}), motivo: 'm' };
          if (acao === 'entrar') dentro = await ocupacoes.ocupar(id, em).catch(() => dentro);
          else if (acao === 'sair') await ocupacoes.desocupar(dentro ?? 0, em).catch(() => undefined);
          else if (acao === 'limpar') await ocupacoes.limpar(id, em).catch(() => undefined);
          else if (acao === 'estadia')
            await ocupacoes
              .registrar({ leitoId: id, inicio: em, fim: dia(de + dias) })
              .catch(() => undefined);
          else if (acao === 'anular') await ocupacoes.anular(dentro ?? 0, em).catch(() => undefined);
          else if (acao === 'voltar') await ocupacoes.retomar(dentro ?? 0).catch(() => undefined);
          else if (acao === 'bloquear') await cenario.app.post(`/v1/leitos/${id}/bloquear`, corpo);
          else await cenario.app.post(`/v1/leitos/${id}/${acao}`, { em });
        }
        const periodos = [
          ...(await cenario.linhas('ocupacoes', id)),
          ...(await cenario.linhas('leitos_bloqueios', id)),
        ]
          .map((l) => ({ inicio: instante(l.inicio), fim: ouNulo(instante)(l.fim) }))
          .sort(
            (x, y) =>
              x.inicio.getTime() - y.inicio.getTime() ||
              (x.fim?.getTime() ?? Infinity) - (y.fim?.getTime() ?? Infinity),
          );
        for (const [i, periodo] of periodos.entries())
          for (const anterior of periodos.slice(0, i))
            expect(anterior.fim !== null && anterior.fim <= periodo.inicio).toBe(true);
        await esperaSoInstalado(id, periodos);
        await esperaEstadoCoerente(id);
      }),
      { numRuns: 20 },
    );
  });
});
