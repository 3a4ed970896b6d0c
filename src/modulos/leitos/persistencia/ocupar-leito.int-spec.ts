import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, esperaTransicao } from '../../../../test/apoio/cenario-de-leitos.js';
import { dia, esperaRecusaDeOcupacao, OcupacaoDeTeste } from '../../../../test/apoio/ocupacao-de-teste.js';
import { instante } from '../../../banco/dialeto.js';
import type { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { travarLeito } from './leitos-no-banco.js';
import { abrirOcupacao } from './ocupacoes-no-banco.js';

describe('ocupar leito', () => {
  let cenario: CenarioDeLeitos;
  let ocupacoes: OcupacaoDeTeste;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    ocupacoes = await OcupacaoDeTeste.montar(cenario);
  });
  afterAll(() => cenario.encerrar());

  it('deve abrir a ocupação, mudar o leito e contar o fato, tudo de uma vez', async () => {
    const id = await cenario.leito();
    const internacaoId = await ocupacoes.ocupar(id, dia(4));
    await esperaTransicao(cenario, id, { de: 'LIVRE', para: 'OCUPADO', acao: 'ocupar' }, ['leito-ocupado']);
    const [linha] = await cenario.linhas('ocupacoes', id);
    expect(linha).toMatchObject({
      internacao_id: internacaoId,
      fim: null,
      leito_aberto_id: id,
      internacao_aberta_id: internacaoId,
    });
    expect(instante(linha!.inicio)).toEqual(dia(4));
  });

  it('deve recusar um leito que não existe, no campo do corpo', async () => {
    const id = await ocupacoes.estadia();
    const tentativa = () => ocupacoes.ocupar(999_999, ocupacoes.agora, id);
    await esperaRecusaDeOcupacao(cenario, 'LEITO.NAO_ENCONTRADO', tentativa);
    await expect(tentativa()).rejects.toMatchObject({ tipo: 'invalido', campo: 'leitoId' });
  });

  it('deve recusar um leito ocupado com a frase que a pessoa lê', async () => {
    const id = await cenario.leito('LIVRE', { numero: '777-A' });
    await ocupacoes.ocupar(id);
    const outra = await ocupacoes.estadia();
    const tentativa = () => ocupacoes.ocupar(id, ocupacoes.agora, outra);
    await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.LEITO_OCUPADO', tentativa);
    await expect(tentativa()).rejects.toThrow('Leito 777-A já está ocupado.');
  });

  it.each([
    'AGUARDANDO_LIMPEZA',
    'EM_LIMPEZA',
    'BLOQUEADO',
    'MANUTENCAO',
    'DESATIVADO',
    'RESERVADO',
  ] as const)('deve recusar um leito %s', async (estado) => {
    const [id, internacaoId] = [await cenario.leito(estado), await ocupacoes.estadia()];
    await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.LEITO_INDISPONIVEL', () =>
      ocupacoes.ocupar(id, ocupacoes.agora, internacaoId),
    );
  });

  it('deve recusar um leito de observação e um que só está planejado', async () => {
    const [observacao, planejado, internacaoId] = [
      await cenario.leito('LIVRE', { classe: 'OBSERVACAO' }),
      await cenario.leito('LIVRE', { instalado: false }),
      await ocupacoes.estadia(),
    ];
    await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.LEITO_INDISPONIVEL', () =>
      ocupacoes.ocupar(observacao, ocupacoes.agora, internacaoId),
    );
    await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.LEITO_INDISPONIVEL', () =>
      ocupacoes.ocupar(planejado, ocupacoes.agora, internacaoId),
    );
  });

  it('deve aceitar o paciente da reserva, e quem vier quando ela vencer', async () => {
    const [doPaciente, vencida] = [await cenario.leito(), await cenario.leito('RESERVADO')];
    await cenario.comandar(doPaciente, 'reservar', { pacienteId: ocupacoes.pacienteId });
    await ocupacoes.ocupar(doPaciente);
    await cenario.app.unidade.executar((tx) =>
      tx.executar('UPDATE leitos SET reserva_expira_em = ?, vence_em = ? WHERE id = ?', [
        ocupacoes.agora,
        ocupacoes.agora,
        vencida,
      ]),
    );
    await ocupacoes.ocupar(vencida);
    const liberado = "SELECT id FROM eventos WHERE tipo = 'leitos.leito-liberado' AND agregado_id = ?";
    expect(await cenario.app.consultar(liberado, [vencida])).toEqual([]);
    expect((await cenario.linhas('leitos_historico', vencida)).map((h) => h.acao)).toEqual([
      'reservar',
      'expirar-reserva',
      'ocupar',
    ]);
    expect([await ocupacoes.status(doPaciente), await ocupacoes.status(vencida)]).toEqual([
      'OCUPADO',
      'OCUPADO',
    ]);
  });

  it('deve recusar antes da instalação e aceitar a partir dela', async () => {
    const [id, internacaoId] = [
      await cenario.leito('LIVRE', { instaladoDesde: dia(4).toISOString() }),
      await ocupacoes.estadia(),
    ];
    await esperaRecusaDeOcupacao(cenario, 'LEITO.AINDA_NAO_INSTALADO', () =>
      ocupacoes.ocupar(id, new Date(dia(4).getTime() - 1), internacaoId),
    );
    await ocupacoes.ocupar(id, dia(4), internacaoId);
    expect(await ocupacoes.status(id)).toBe('OCUPADO');
  });

  it('deve aceitar num leito extra, nunca instalado, entrada passada, mas não enquanto desativado', async () => {
    const id = await cenario.leito('LIVRE', { extra: true, planejado: false, instalado: false });
    await ocupacoes.desocupar(await ocupacoes.ocupar(id, dia(1)), dia(3));
    await ocupacoes.limpar(id, dia(3));
    await cenario.comandar(id, 'desativar', { em: dia(4) });
    expect(await cenario.comandar(id, 'reativar', { em: dia(8) })).toMatchObject({
      ...{ status: 'LIVRE', instalado: false, instaladoDesde: null },
    });
    const internacaoId = await ocupacoes.estadia();
    await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.LEITO_INDISPONIVEL', () =>
      ocupacoes.ocupar(id, dia(7), internacaoId),
    );
    await ocupacoes.ocupar(id, dia(8), internacaoId);
  });

  it.each([
    ['antes de uma ocupação encerrada', dia(1)],
    ['no começo dela', dia(4)],
    ['um milésimo antes do fim dela', new Date(dia(8).getTime() - 1)],
  ])('deve recusar a entrada %s', async (_, em) => {
    const [id, internacaoId] = [await ocupacoes.leitoComPassado(), await ocupacoes.estadia()];
    await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.PERIODO_SOBREPOSTO', () =>
      ocupacoes.ocupar(id, em, internacaoId),
    );
  });

  it.each([
    ['no fim de outra ocupação, antes da limpeza', dia(8)],
    ['antes de o leito ficar livre', dia(8, 12)],
    ['agora', null],
  ])('deve aceitar a entrada %s', async (_, em) => {
    const id = await ocupacoes.leitoComPassado();
    await ocupacoes.ocupar(id, em ?? ocupacoes.agora);
    expect(await ocupacoes.status(id)).toBe('OCUPADO');
  });

  it('deve olhar também ocupações antigas encobertas por outras mais novas', async () => {
    const id = await ocupacoes.leitoComPassado();
    await ocupacoes.desocupar(await ocupacoes.ocupar(id, dia(12)), dia(15));
    await ocupacoes.limpar(id, dia(15));
    const internacaoId = await ocupacoes.estadia();
    for (const em of [dia(2), dia(5), dia(9), dia(14)])
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.PERIODO_SOBREPOSTO', () =>
        ocupacoes.ocupar(id, em, internacaoId),
      );
  });

  it('deve recusar a entrada que esbarra num bloqueio passado ou numa desativação', async () => {
    const [bloqueado, desativado, internacaoId] = [
      await cenario.leito(),
      await cenario.leito(),
      await ocupacoes.estadia(),
    ];
    await cenario.comandar(bloqueado, 'bloquear', { em: dia(4), ate: dia(8) });
    await cenario.comandar(desativado, 'desativar', { em: dia(4) });
    await cenario.comandar(desativado, 'reativar', { em: dia(8) });
    for (const id of [bloqueado, desativado]) {
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.LEITO_INDISPONIVEL', () =>
        ocupacoes.ocupar(id, dia(7), internacaoId),
      );
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.LEITO_INDISPONIVEL', () =>
        ocupacoes.ocupar(id, dia(2), internacaoId),
      );
      await ocupacoes.desocupar(await ocupacoes.ocupar(id, dia(8), internacaoId), dia(8));
    }
  });

  it('deve recusar a mesma internação em dois leitos, e dar às chaves a última palavra', async () => {
    const [a, b] = [await cenario.leito(), await cenario.leito()];
    const internacaoId = await ocupacoes.ocupar(a);
    await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.JA_OCUPA_LEITO', () =>
      ocupacoes.ocupar(b, ocupacoes.agora, internacaoId),
    );
    const outra = await ocupacoes.estadia();
    await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.LEITO_OCUPADO', () =>
      cenario.app.unidade.executar(async (tx) =>
        abrirOcupacao(tx, await travarLeito(tx, a), outra, ocupacoes.agora),
      ),
    );
  });

  it('deve dar o leito a uma só de muitas internações ao mesmo tempo', async () => {
    const id = await cenario.leito();
    const internacoes = await Promise.all(Array.from({ length: 20 }, () => ocupacoes.estadia()));
    const respostas = await Promise.allSettled(
      internacoes.map((i) => ocupacoes.ocupar(id, ocupacoes.agora, i)),
    );
    expect(respostas.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const codigos = respostas.flatMap((r) =>
      r.status === 'rejected' ? [(r.reason as ErroDeDominio).codigo] : [],
    );
    expect(new Set(codigos)).toEqual(new Set(['INTERNACAO.LEITO_OCUPADO']));
    expect(await cenario.linhas('ocupacoes', id)).toHaveLength(1);
  });
});
