import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { BOAS_VINDAS, Contas } from '../apoio/contas.js';
import { comoPessoa } from '../apoio/pessoa-com-acesso.js';
import { ServidorSmtp } from '../apoio/servidor-smtp.js';

const MARIA = { cpf: '529.982.247-25', dataNascimento: '1980-02-29' };

describe('conta de um paciente', () => {
  let smtp: ServidorSmtp;
  let app: AplicacaoDeTeste;
  let contas: Contas;

  beforeAll(async () => {
    smtp = await ServidorSmtp.iniciar();
    app = await AplicacaoDeTeste.iniciar(Contas.variaveis(smtp));
    contas = new Contas(app, smtp);
  });
  afterAll(async () => {
    await app.encerrar();
    await smtp.parar();
  });

  const doToken = (token: string) => ({ authorization: `Bearer ${token}` });
  const naRecepcao = () => comoPessoa(app, ['RECEPCAO'], { usuarioId: 1 });
  const ligar = (id: number, corpo: unknown, cabecalhos: Record<string, string> = naRecepcao()) =>
    app.pedir('POST', `/v1/pacientes/${id}/conta`, corpo, cabecalhos);
  const desligar = (id: number, cabecalhos: Record<string, string> = {}, consulta = '?motivo=Engano.') =>
    app.pedir('DELETE', `/v1/pacientes/${id}/conta${consulta}`, undefined, cabecalhos);
  const ler = (id: number, token: string) =>
    app.pedir('GET', `/v1/pacientes/${id}`, undefined, doToken(token));
  const registrar = (mudancas: object = {}) =>
    app.criar('/v1/pacientes', { nome: 'Maria Pereira', sexo: 'F', ...MARIA, ...mudancas });

  it('deve nunca dar a um estranho, que se cadastrou antes com o CPF dela, o registro de quem foi atendida', async () => {
    const estranho = await contas.verificada(MARIA);
    const [carta] = await contas.cartas(estranho, BOAS_VINDAS);
    expect(carta!.texto.replaceAll(/\s+/g, ' ')).toContain('recepção do hospital, com um documento com foto');
    const { id } = await registrar({ email: 'a.verdadeira@exemplo.com.br' });
    const { accessToken } = (await contas.entrar(estranho)).corpo.data;
    expect((await ler(id, accessToken)).status).toBe(404);

    // Nor after asking for it again, with the record there.
    const outro = await contas.verificada(MARIA);
    expect((await ler(id, (await contas.entrar(outro)).corpo.data.accessToken)).status).toBe(404);
  });

  it('deve ligar na recepção a conta confirmada, que então lê o registro, e desligá-la depois', async () => {
    const { id } = await registrar({ cpf: null });
    const email = await contas.verificada();
    const { accessToken, refreshToken } = (await contas.entrar(email)).corpo.data;
    expect((await ler(id, accessToken)).status).toBe(404);

    const ligada = await ligar(id, { email });
    expect([ligada.status, ligada.corpo.data]).toEqual([200, { pacienteId: id, email }]);
    // What the token says is not so any more: the next one says it.
    expect((await ler(id, accessToken)).status).toBe(401);
    const renovada = await contas.pedir<{ accessToken: string }>('refresh', { refreshToken });
    expect((await ler(id, renovada.corpo.data.accessToken)).status).toBe(200);
    expect(
      await app.consultar("SELECT acao FROM auditoria WHERE registro_id = ? AND acao LIKE '%conta%'", [id]),
    ).toEqual([{ acao: 'pacientes.conta.ligar' }]);

    expect((await desligar(id, {}, '')).status).toBe(400);
    expect((await desligar(id)).status).toBe(204);
    expect((await ler(id, renovada.corpo.data.accessToken)).status).toBe(401);
    expect((await ler(id, (await contas.entrar(email)).corpo.data.accessToken)).status).toBe(404);
    expect((await desligar(id)).corpo.error[0]!.codigo).toBe('ACESSO.PACIENTE_SEM_CONTA');
  });

  it('deve ser de quem recebe ligar, e só do administrador desligar', async () => {
    const { id } = await registrar({ cpf: null });
    const email = await contas.verificada();
    for (const papel of ['MEDICO', 'ENFERMAGEM', 'FARMACIA', 'FATURAMENTO', 'GESTAO', 'PACIENTE'] as const) {
      const quem = comoPessoa(app, [papel], { pacienteId: id });
      expect([papel, (await ligar(id, { email }, quem)).status]).toEqual([papel, 403]);
      expect([papel, (await desligar(id, quem)).status]).toEqual([papel, 403]);
    }
    expect((await desligar(id, naRecepcao())).status).toBe(403);
    expect((await contas.usuario(email))!.paciente_id).toBeNull();
  });

  it('deve recusar o que não serve, sem dizer de quem é uma conta', async () => {
    const { id } = await registrar({ cpf: null });
    for (const corpo of [
      {},
      { email: '' },
      { email: 1 },
      { email: ['a@b.co'] },
      { email: 'a@b.co', papeis: ['ADMIN'] },
    ])
      expect((await ligar(id, corpo)).status).toBe(422);
    expect((await ligar(999_999, { email: 'a@b.co' })).status).toBe(404);
    const vistas = [];
    for (const email of ['ninguem@exemplo.com.br', 'admin@teste.local'])
      vistas.push(JSON.stringify((await ligar(id, { email })).corpo.error));
    expect(new Set(vistas).size).toBe(1);

    const esperando = contas.novoEmail();
    await contas.cadastrar(esperando);
    await contas.sossegar();
    expect(await ligar(id, { email: esperando })).toMatchObject({
      status: 409,
      corpo: { error: [{ codigo: 'ACESSO.CONTA_NAO_CONFIRMADA' }] },
    });
  });

  it('deve ligar uma vez só quando dois balcões o fazem juntos', async () => {
    const { id } = await registrar({ cpf: null });
    const email = await contas.verificada();
    const status = (await Promise.all([ligar(id, { email }), ligar(id, { email })])).map((r) => r.status);
    expect(status.sort()).toEqual([200, 409]);
  });
});
