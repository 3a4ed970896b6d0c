import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { PessoaDeTeste } from '../apoio/pessoa-de-teste.js';
import { retrato } from '../apoio/recusas.js';

const RAIZ = '/v1/auth/eu/segundo-fator';
const TABELAS = ['segundos_fatores', 'codigos_de_recuperacao'];

describe('segundo fator', () => {
  let app: AplicacaoDeTeste;
  let ana: PessoaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  beforeEach(async () => {
    ana = await PessoaDeTeste.criar(app);
  });
  afterEach(async () => {
    await app.pedir('PATCH', '/v1/hospital', { exigeSegundoFator: false });
    await app.entrar();
  });
  afterAll(() => app.encerrar());

  const exigir = () => app.pedir('PATCH', '/v1/hospital', { exigeSegundoFator: true });
  const segundoFator = async () => (await ana.pedir('GET', '/v1/auth/eu')).corpo.data.segundoFator;
  const passar = () => app.relogio.avancar(30_000);

  it('deve cadastrar, e daí em diante pedir o código ao entrar', async () => {
    expect(await segundoFator()).toBe(false);
    const inicio = await ana.pedir<Record<string, string>>('POST', RAIZ, { senha: ana.senha });
    expect(inicio.cabecalhos.get('cache-control')).toBe('no-store');
    ana.segredo = inicio.corpo.data.segredo!;
    expect(new URL(inicio.corpo.data.otpauth!).searchParams.get('secret')).toBe(ana.segredo);
    expect([await segundoFator(), (await ana.entrar()).status]).toEqual([false, 200]);

    const { corpo } = await ana.pedir<Record<string, string[]>>('POST', `${RAIZ}/confirmar`, {
      codigo: ana.codigo(),
    });
    expect(new Set(corpo.data.codigosDeRecuperacao)).toHaveProperty('size', 10);
    expect(await segundoFator()).toBe(true);

    passar();
    const sem = await ana.entrar();
    expect([sem.status, sem.corpo.error[0]!.codigo]).toEqual([401, 'ACESSO.SEGUNDO_FATOR_EXIGIDO']);
    const errado = await ana.entrar({ codigo: '000000' });
    expect([errado.status, errado.corpo.error[0]!.codigo]).toEqual([401, 'ACESSO.SEGUNDO_FATOR_INVALIDO']);
    expect((await ana.entrar({ codigo: ana.codigo() })).status).toBe(200);
    const comSenhaErrada = await ana.entrar({ senha: 'errada', codigo: ana.codigo(1) });
    expect(comSenhaErrada.corpo.error[0]!.codigo).toBe('ACESSO.CREDENCIAIS_INVALIDAS');
  });

  it('deve aceitar cada código uma vez só, nem o anterior a um que já serviu', async () => {
    await ana.cadastrarSegundoFator();
    expect((await ana.entrar({ codigo: ana.codigo() })).status).toBe(401);
    passar();
    const codigo = ana.codigo();
    const juntas = await Promise.all(Array.from({ length: 8 }, () => ana.entrar({ codigo })));
    expect(juntas.map((r) => r.status).sort()).toEqual([200, ...Array<number>(7).fill(401)]);
    expect((await ana.entrar({ codigo: ana.codigo(-1) })).status).toBe(401);
    expect((await ana.entrar({ codigo: ana.codigo(2) })).status).toBe(401);
    expect((await ana.entrar({ codigo: ana.codigo(1) })).status).toBe(200);
  });

  it('deve aceitar cada código de recuperação uma vez só, como quer que se digite', async () => {
    const [um, dois] = (await ana.cadastrarSegundoFator()) as [string, string];
    const juntas = await Promise.all(Array.from({ length: 8 }, () => ana.entrar({ codigo: um })));
    expect(juntas.map((r) => r.status).sort()).toEqual([200, ...Array<number>(7).fill(401)]);
    expect((await ana.entrar({ codigo: dois.toLowerCase().replaceAll('-', ' ') })).status).toBe(200);
    expect((await ana.entrar({ codigo: dois })).status).toBe(401);
  });

  it('deve contar os códigos errados como tentativas, e não a falta deles', async () => {
    await ana.cadastrarSegundoFator();
    for (let i = 0; i < 12; i++)
      expect((await ana.entrar()).corpo.error[0]!.codigo).toBe('ACESSO.SEGUNDO_FATOR_EXIGIDO');
    for (let i = 0; i < 10; i++) expect((await ana.entrar({ codigo: '000000' })).status).toBe(401);
    const { status, corpo } = await ana.entrar({ codigo: ana.codigo(1) });
    expect([status, corpo.error[0]!.codigo]).toEqual([429, 'ACESSO.BLOQUEADO']);
    const { data } = (await app.get(`/v1/usuarios/${ana.id}`)).corpo;
    // Her own address has tries of its own: the account itself is open.
    expect(data).toMatchObject({ segundoFator: true, bloqueadoAte: null });
  });

  it('deve guardar o segredo cifrado e os códigos como resumo', async () => {
    const codigos = await ana.cadastrarSegundoFator();
    const guardado = JSON.stringify(await retrato(app, ...TABELAS, 'chaves_de_idempotencia'));
    for (const segredo of [ana.segredo, ...codigos, ...codigos.map((c) => c.replaceAll('-', ''))])
      expect(guardado).not.toContain(segredo);
  });

  it('deve não guardar para uma Idempotency-Key a resposta com segredo', async () => {
    const pedir = () =>
      ana.pedir<{ segredo: string }>('POST', RAIZ, { senha: ana.senha }, { 'idempotency-key': 'minha' });
    const [primeira, segunda] = [await pedir(), await pedir()];
    expect(primeira.corpo.data.segredo).not.toBe(segunda.corpo.data.segredo);
    expect(segunda.cabecalhos.get('idempotency-replayed')).toBeNull();
    expect(await app.consultar('SELECT id FROM chaves_de_idempotencia')).toEqual([]);
  });

  it('deve recusar senha errada, código errado, e o que não é da hora, sem gravar nada', async () => {
    const recusas: [string, unknown, number, string][] = [
      ['', { senha: 'errada' }, 422, 'ACESSO.SENHA_INCORRETA'],
      ['', {}, 422, 'PLATAFORMA.CAMPO_INVALIDO'],
      ['', { senha: ana.senha, usuarioId: 1 }, 422, 'PLATAFORMA.CAMPO_DESCONHECIDO'],
      ['/confirmar', { codigo: '123456' }, 409, 'ACESSO.SEGUNDO_FATOR_NAO_INICIADO'],
      ['/confirmar', { codigo: 'x'.repeat(41) }, 422, 'PLATAFORMA.CAMPO_INVALIDO'],
      ['/desativar', { senha: ana.senha, codigo: '123456' }, 422, 'ACESSO.CODIGO_INCORRETO'],
    ];
    for (const [caminho, corpo, status, codigo] of recusas) {
      const antes = await retrato(app, ...TABELAS);
      const resposta = await ana.pedir('POST', RAIZ + caminho, corpo);
      expect([caminho, resposta.status, resposta.corpo.error[0]!.codigo]).toEqual([caminho, status, codigo]);
      expect(await retrato(app, ...TABELAS)).toEqual(antes);
    }
    await ana.pedir('POST', RAIZ, { senha: ana.senha });
    const errado = await ana.pedir('POST', `${RAIZ}/confirmar`, { codigo: '000000' });
    expect([errado.status, errado.corpo.error[0]]).toMatchObject([422, { campo: 'codigo' }]);
    expect(await segundoFator()).toBe(false);
  });

  it('deve valer um segredo só quando dois cadastros correm juntos, e um conjunto só de códigos', async () => {
    const juntos = await Promise.all(
      Array.from({ length: 6 }, () => ana.pedir<{ segredo: string }>('POST', RAIZ, { senha: ana.senha })),
    );
    expect(juntos.map((r) => r.status)).toEqual(Array(6).fill(200));
    const confirmados = [];
    for (const { corpo } of juntos) {
      ana.segredo = corpo.data.segredo;
      confirmados.push((await ana.pedir('POST', `${RAIZ}/confirmar`, { codigo: ana.codigo() })).status);
    }
    expect(confirmados.filter((status) => status === 200)).toHaveLength(1);
    const repetido = await ana.pedir('POST', RAIZ, { senha: ana.senha });
    expect([repetido.status, repetido.corpo.error[0]!.codigo]).toEqual([
      409,
      'ACESSO.SEGUNDO_FATOR_JA_CADASTRADO',
    ]);
    const guardados = await app.consultar(
      'SELECT c.id FROM codigos_de_recuperacao c JOIN segundos_fatores s ON s.id = c.segundo_fator_id WHERE s.usuario_id = ?',
      [ana.id],
    );
    expect(guardados).toHaveLength(10);
  });

  it('deve confirmar uma vez só, com os mesmos códigos que valem, quando oito confirmam juntos', async () => {
    const { corpo } = await ana.pedir<{ segredo: string }>('POST', RAIZ, { senha: ana.senha });
    ana.segredo = corpo.data.segredo;
    const codigo = ana.codigo();
    const juntas = await Promise.all(
      Array.from({ length: 8 }, () => ana.pedir('POST', `${RAIZ}/confirmar`, { codigo })),
    );
    expect(juntas.map((r) => r.status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
  });

  it('deve desativar com senha e código, e terminar as outras sessões', async () => {
    await ana.cadastrarSegundoFator();
    passar();
    const outra = (await ana.entrar({ codigo: ana.codigo() })).corpo.data;
    passar();
    await ana.entrar({ codigo: ana.codigo() });
    passar();
    const { status } = await ana.pedir('POST', `${RAIZ}/desativar`, {
      senha: ana.senha,
      codigo: ana.codigo(),
    });
    expect(status).toBe(204);
    expect(await segundoFator()).toBe(false);
    expect(
      (await ana.pedir('GET', '/v1/auth/eu', undefined, { authorization: `Bearer ${outra.accessToken}` }))
        .status,
    ).toBe(401);
    expect((await ana.entrar()).status).toBe(200);
  });

  it('deve deixar o administrador retirar o de quem perdeu o aparelho, com o motivo, e terminar as sessões', async () => {
    await ana.cadastrarSegundoFator();
    const retirar = (corpo: unknown) => app.post(`/v1/usuarios/${ana.id}/retirar-segundo-fator`, corpo);
    expect((await retirar({})).status).toBe(422);
    const { status, corpo } = await retirar({ motivo: 'Perdeu o celular.' });
    expect([status, corpo.data.segundoFator]).toEqual([200, false]);
    expect((await ana.pedir('GET', '/v1/auth/eu')).status).toBe(401);
    expect((await ana.entrar()).status).toBe(200);
    expect(
      await app.consultar('SELECT segredo, motivo_encerramento FROM segundos_fatores WHERE usuario_id = ?', [
        ana.id,
      ]),
    ).toEqual([{ segredo: null, motivo_encerramento: 'Perdeu o celular.' }]);
    expect((await retirar({ motivo: 'De novo.' })).corpo.error[0]!.codigo).toBe('ACESSO.SEM_SEGUNDO_FATOR');
    expect((await app.post('/v1/usuarios/999999/retirar-segundo-fator', { motivo: 'x' })).status).toBe(404);
    const comoAna = await ana.pedir('POST', `/v1/usuarios/${ana.id}/retirar-segundo-fator`, { motivo: 'x' });
    expect(comoAna.status).toBe(403);
  });

  it('deve abrir à equipe só o cadastro, onde o hospital o exige, e tudo depois dele', async () => {
    await exigir();
    const entrada = await ana.entrar();
    expect(entrada.corpo.data.usuario.pendencia).toBe('CADASTRAR_SEGUNDO_FATOR');
    const barrada = await ana.pedir('GET', '/v1/pacientes');
    expect([barrada.status, barrada.corpo.error[0]!.codigo]).toEqual([403, 'ACESSO.CADASTRAR_SEGUNDO_FATOR']);
    expect((await ana.pedir('GET', '/v1/auth/eu')).status).toBe(200);
    expect((await ana.renovar()).corpo.data.usuario.pendencia).toBe('CADASTRAR_SEGUNDO_FATOR');
    expect((await ana.pedir('GET', '/v1/pacientes')).status).toBe(403);

    expect(await ana.cadastrarSegundoFator()).toHaveLength(10);
    expect((await ana.renovar()).corpo.data.usuario.pendencia).toBeNull();
    expect((await ana.pedir('GET', '/v1/pacientes')).status).toBe(200);
    passar();
    const desativar = { senha: ana.senha, codigo: ana.codigo() };
    const { status, corpo } = await ana.pedir('POST', `${RAIZ}/desativar`, desativar);
    expect([status, corpo.error[0]!.codigo]).toEqual([422, 'ACESSO.SEGUNDO_FATOR_OBRIGATORIO']);
  });

  it('deve não o pedir a quem é só paciente, mesmo onde o hospital o exige', async () => {
    await exigir();
    const rita = await PessoaDeTeste.criar(app, ['PACIENTE']);
    expect((await rita.entrar()).corpo.data.usuario.pendencia).toBeNull();
  });
});
