import { describe, expect, it } from '@jest/globals';
import { type Estadia, estadia, REGRAS_PADRAO, SAO_PAULO } from '../../../../test/apoio/estadia.js';
import { montarConta } from './conta-da-internacao.js';
import { Conta } from './conta.entity.js';
import { Lancamento } from './lancamento.entity.js';

const PRECOS = { ENFERMARIA: 40_000 };
const QUEM = { pacienteId: 3, convenioId: 5, prazoDias: 30 };

/** A discharge given by mistake on the 5th, undone, and given again on the 8th. */
describe('internação reaberta', () => {
  const entrada = '01/06 10:00';
  const primeira = estadia([['ENFERMARIA', entrada]], '05/06 09:00');
  const segunda = estadia([['ENFERMARIA', entrada]], '08/06 09:00');
  const ato = (agora: Date) => ({ agora, hoje: SAO_PAULO.diaCivil(agora), autorId: null });

  function cobrar(conta: Conta, { trechos, entrada: desde, saida }: Estadia): Lancamento {
    const base = { trechos, entrada: desde, ate: saida, precos: PRECOS, politicas: REGRAS_PADRAO };
    const montada = montarConta({ ...base, calendario: SAO_PAULO });
    conta.fechar(saida, saida);
    return Lancamento.fecharConta(conta, { conta: montada, pagador: QUEM }, ato(saida));
  }

  it('deve cobrar só a segunda saída: a primeira fica, com a sua contrapartida', () => {
    const conta = Object.assign(Conta.abrir(42, primeira.entrada, primeira.entrada), { id: 7 });
    const errado = cobrar(conta, primeira);
    errado.estornar('Alta por engano', ato(primeira.saida));
    conta.reabrir(primeira.saida);
    const certo = cobrar(conta, segunda);

    expect([errado, certo].map((l) => [l.status, l.ativo, l.valor])).toEqual([
      ['ESTORNADO', null, 160_000],
      ['EMITIDO', 1, 280_000],
    ]);
    const cobrado = [errado, certo].flatMap((l) => l.extrairPassos()).map((p) => p.valor);
    expect(cobrado).toEqual([160_000, -160_000, 280_000]);
    expect(conta).toMatchObject({ status: 'FECHADA', fechamento: segunda.saida });
  });
});
