import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CenarioDeLeitos,
  esperaIlegalEm,
  esperaRecusa,
  esperaTransicao,
  GESTORA,
} from '../../../../test/apoio/cenario-de-leitos.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import { ReservarLeito } from './reservar-leito.js';

describe('reservar leito', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados: DadosDeComando) => new ReservarLeito(id, dados, GESTORA);
  const amanha = () => new Date(cenario.app.relogio.agora().getTime() + 86_400_000);

  it('deve reservar para o paciente pelo prazo das políticas', async () => {
    const id = await cenario.leito();
    const pacienteId = await cenario.internacoes.paciente();
    const antes = cenario.app.relogio.agora().getTime();
    const { status, reservaExpiraEm } = await cenario.executar(comando(id, { pacienteId }));
    const horas = (Date.parse(reservaExpiraEm!) - antes) / 3_600_000;
    expect(status).toBe('RESERVADO');
    expect(horas).toBeGreaterThanOrEqual(2);
    expect(horas).toBeLessThan(2.01);
    await esperaTransicao(cenario, id, { de: 'LIVRE', para: 'RESERVADO', acao: 'reservar' }, [
      'leito-mudou-de-estado',
    ]);
  });

  it('deve respeitar o prazo pedido e recusar um que já passou', async () => {
    const [id, pacienteId, expiraEm] = [
      await cenario.leito(),
      await cenario.internacoes.paciente(),
      amanha(),
    ];
    await esperaRecusa(
      cenario,
      'LEITO.RESERVA_VENCIDA',
      comando(id, { pacienteId, expiraEm: new Date('2020-01-01T00:00:00Z') }),
    );
    expect((await cenario.executar(comando(id, { pacienteId, expiraEm }))).reservaExpiraEm).toEqual(
      expiraEm.toISOString(),
    );
  });

  it('deve reservar sem paciente, para quem for internado no leito', async () => {
    const id = await cenario.leito();
    expect((await cenario.executar(comando(id, {}))).status).toBe('RESERVADO');
    await cenario.internacoes.internar({ leitoId: id });
    await esperaTransicao(cenario, id, { de: 'RESERVADO', para: 'OCUPADO', acao: 'ocupar' }, [
      'leito-ocupado',
    ]);
  });

  it('deve valer até `ate` quando não há `expiraEm`, que prevalece', async () => {
    const [ate, depois] = [amanha(), new Date(amanha().getTime() + 3_600_000)];
    expect((await cenario.executar(comando(await cenario.leito(), { ate }))).reservaExpiraEm).toEqual(
      ate.toISOString(),
    );
    expect(
      (await cenario.executar(comando(await cenario.leito(), { ate, expiraEm: depois }))).reservaExpiraEm,
    ).toEqual(depois.toISOString());
  });

  it('deve recusar um paciente que não existe, e um leito que não existe', async () => {
    const [id, pacienteId] = [await cenario.leito(), await cenario.internacoes.paciente()];
    await esperaRecusa(cenario, 'PACIENTE.NAO_ENCONTRADO', comando(id, { pacienteId: 999_999 }));
    await esperaRecusa(cenario, 'LEITO.NAO_ENCONTRADO', comando(999_999, { pacienteId }));
  });

  it('deve recusar logo o leito de observação a uma solicitação, também no futuro, sem escrever nada', async () => {
    const id = await cenario.leito('LIVRE', { classe: 'OBSERVACAO' });
    const { id: solicitacaoId } = await cenario.internacoes.solicitar();
    for (const quando of [{}, { em: cenario.daqui(1) }])
      await esperaRecusa(cenario, 'INTERNACAO.LEITO_INDISPONIVEL', comando(id, { solicitacaoId, ...quando }));
    expect((await cenario.executar(comando(id, {}))).status).toBe('RESERVADO');
  });

  it('deve recusar em qualquer outro estado, sem escrever nada', async () => {
    const pacienteId = await cenario.internacoes.paciente();
    await esperaIlegalEm(
      cenario,
      ['RESERVADO', 'OCUPADO', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA', 'BLOQUEADO', 'MANUTENCAO', 'DESATIVADO'],
      (id) => comando(id, { pacienteId }),
    );
  });

  it('deve tratar como livre o leito cuja reserva venceu, e contar as duas transições', async () => {
    const id = await cenario.leito('RESERVADO');
    const [primeira] = await cenario.app.consultar(
      'SELECT versao, reserva_expira_em FROM leitos WHERE id = ?',
      [id],
    );
    const versao = Number(primeira!.versao);
    const pacienteId = await cenario.internacoes.paciente();
    cenario.app.relogio.avancar(3 * 3_600_000);
    await cenario.executar(comando(id, { pacienteId }));
    expect(await cenario.linhas('leitos_historico', id)).toMatchObject([
      { versao, acao: 'reservar' },
      {
        versao: versao + 1,
        acao: 'expirar-reserva',
        para: 'LIVRE',
        em: primeira!.reserva_expira_em,
        autor_id: null,
      },
      { versao: versao + 2, acao: 'reservar', de: 'LIVRE', para: 'RESERVADO' },
    ]);
    expect(await cenario.eventos(id, versao + 1)).toEqual(['leito-mudou-de-estado']);
    expect(await cenario.eventos(id, versao + 2)).toEqual(['leito-mudou-de-estado']);
  });
});
