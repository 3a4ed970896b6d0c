import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ENTIDADES } from '../../src/esquema.js';
import { Registrador } from '../../src/plataforma/observabilidade/registrador.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { Contas, REDEFINICAO, REENVIO, SENHA, VERIFICACAO } from '../apoio/contas.js';
import { ServidorSmtp } from '../apoio/servidor-smtp.js';

const NOVA_SENHA = 'outra frase que só eu sei';
const CPF = '52998224725';
const MINUTO = 60_000;

describe('segredo dos códigos', () => {
  let smtp: ServidorSmtp;
  let app: AplicacaoDeTeste;
  let contas: Contas;
  const anotado: unknown[] = [];

  beforeAll(async () => {
    for (const metodo of ['informe', 'aviso', 'erro', 'log', 'warn', 'error', 'debug'] as const)
      jest
        .spyOn(Registrador.prototype, metodo as 'informe')
        .mockImplementation((...partes) => void anotado.push(partes));
    smtp = await ServidorSmtp.iniciar();
    app = await AplicacaoDeTeste.iniciar(Contas.variaveis(smtp));
    contas = new Contas(app, smtp);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await app.encerrar();
    await smtp.parar();
  });

  /** Everything in every table, by table. */
  const banco = async (): Promise<[tabela: string, texto: string][]> => {
    const tabelas = ENTIDADES.map((entidade) =>
      app.unidade.executar(async (tx) => tx.gerente.getRepository(entidade).metadata.tableName),
    );
    return Promise.all(
      tabelas.map(async (nome): Promise<[string, string]> => {
        const tabela = await nome;
        return [tabela, JSON.stringify(await app.consultar(`SELECT * FROM ${tabela}`))];
      }),
    );
  };
  const ondeHa = async (...segredos: string[]): Promise<string[]> =>
    [...(await banco()), ['registros', JSON.stringify(anotado)] as const]
      .filter(([, texto]) => segredos.some((segredo) => texto.includes(segredo)))
      .map(([tabela]) => tabela);

  it('deve haver os códigos e as senhas só na mensagem e na cabeça de quem a recebe', async () => {
    const email = contas.novoEmail();
    await contas.cadastrar(email, { cpf: CPF, dataNascimento: '1980-02-29' });
    const verificacao = await contas.codigo(email, VERIFICACAO);
    await contas.pedir('reenviar-verificacao', { email });
    const reenvio = await contas.codigo(email, REENVIO);
    await contas.sossegar();
    // What the confirmation needs, and nothing else, waits for it.
    expect(await ondeHa(CPF)).toEqual(['pedidos_de_acesso']);

    await contas.pedir('verificar-email', { token: reenvio });
    await contas.pedir('esqueci-senha', { email });
    const redefinicao = await contas.codigo(email, REDEFINICAO);
    await contas.pedir('redefinir-senha', { token: redefinicao, novaSenha: NOVA_SENHA });
    await contas.pedir('redefinir-senha', { token: redefinicao, novaSenha: NOVA_SENHA });
    await contas.sossegar();

    expect(await ondeHa(verificacao, reenvio, redefinicao)).toEqual([]);
    expect(await ondeHa(SENHA, NOVA_SENHA, CPF)).toEqual([]);
    expect((await ondeHa(email)).sort()).toEqual(['notificacoes', 'usuarios']);
    // The search would have found them.
    expect(await ondeHa('acesso.senha-trocada')).toContain('eventos');
    expect(anotado.length).toBeGreaterThan(0);
  });

  it('deve fazer outro código a cada tentativa de envio, sem que o primeiro deixe de valer', async () => {
    const email = contas.novoEmail();
    smtp.responderA(email, 'aceitar-e-cair');
    await contas.cadastrar(email);
    const primeiro = await contas.codigo(email, VERIFICACAO);
    await contas.sossegarPedidos();
    smtp.responderA(email, 'aceitar');
    app.relogio.avancar(2 * MINUTO);
    const segundo = await contas.codigo(email, VERIFICACAO, 2);
    expect(segundo).not.toBe(primeiro);
    const [um, outro] = contas.recebidas(email, VERIFICACAO);
    expect(um!.messageId).toBe(outro!.messageId);
    await contas.sossegar();
    expect(await ondeHa(primeiro, segundo)).toEqual([]);
    expect((await contas.pedir('verificar-email', { token: primeiro })).status).toBe(204);
    expect((await contas.pedir('verificar-email', { token: segundo })).status).toBe(422);
  });

  it('deve não mandar um código que já não faria sentido', async () => {
    const email = await contas.verificada();
    smtp.responderA(email, { recusar: 451 });
    await contas.pedir('esqueci-senha', { email });
    await contas.sossegarPedidos();
    smtp.responderA(email, 'aceitar');
    app.relogio.avancar(61 * MINUTO);
    await contas.sossegar();
    expect(contas.recebidas(email, REDEFINICAO)).toEqual([]);
    expect(
      await app.consultar(
        "SELECT status, erro FROM notificacoes WHERE tipo = 'redefinicao-de-senha' AND destinatario = ?",
        [email],
      ),
    ).toEqual([{ status: 'EXPIRADA', erro: 'SMTP_451' }]);
    // The one of the only attempt, which nobody received, ends by itself.
    const sql = "SELECT id FROM codigos_de_acesso WHERE finalidade = 'REDEFINICAO' AND usado_em IS NULL";
    expect(await app.consultar(sql)).toHaveLength(1);
  });
});
