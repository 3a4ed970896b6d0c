import { describe, expect, it } from '@jest/globals';
import { Conta } from './conta.entity.js';
import { type AcaoDaConta, STATUS_DE_CONTA, type StatusDaConta } from './estados-da-conta.js';

const ENTRADA = new Date('2026-06-01T12:00:00.000Z');
const SAIDA = new Date('2026-06-05T12:00:00.000Z');
const AGORA = new Date('2026-06-05T12:01:00.000Z');

/** State -> action -> where it leads. What is not here is refused. */
const LEGAIS: Record<StatusDaConta, Partial<Record<AcaoDaConta, StatusDaConta>>> = {
  ABERTA: { fechar: 'FECHADA', cancelar: 'CANCELADA' },
  FECHADA: { reabrir: 'ABERTA', cancelar: 'CANCELADA' },
  CANCELADA: {},
};

function contaEm(status: StatusDaConta): Conta {
  const conta = Object.assign(Conta.abrir(42, ENTRADA, ENTRADA), { id: 7 });
  if (status === 'FECHADA') conta.fechar(SAIDA, SAIDA);
  if (status === 'CANCELADA') conta.cancelar(SAIDA);
  return conta;
}

const ATOS: Record<AcaoDaConta, (conta: Conta) => void> = {
  fechar: (conta) => conta.fechar(SAIDA, AGORA),
  reabrir: (conta) => conta.reabrir(AGORA),
  cancelar: (conta) => conta.cancelar(AGORA),
};

const casos = STATUS_DE_CONTA.flatMap((de) =>
  (['fechar', 'reabrir', 'cancelar'] as const).map((acao) => ({ de, acao, para: LEGAIS[de][acao] })),
);

describe('conta de uma internação', () => {
  it.each(casos.filter((c) => c.para))('deve $acao a conta $de, que fica $para', ({ de, acao, para }) => {
    const conta = contaEm(de);
    ATOS[acao](conta);
    expect(conta).toMatchObject({
      ...{ status: para, fechamento: para === 'FECHADA' ? SAIDA : null, atualizadoEm: AGORA },
      ...{ abertura: ENTRADA },
    });
  });

  it.each(casos.filter((c) => !c.para))(
    'deve recusar $acao a conta $de, que fica como está',
    ({ de, acao }) => {
      const conta = contaEm(de);
      expect(() => ATOS[acao](conta)).toThrow(
        expect.objectContaining({ tipo: 'conflito', codigo: 'CONTA.TRANSICAO_INVALIDA' }),
      );
      expect(conta).toEqual(contaEm(de));
    },
  );
});
