import type { AplicacaoDeTeste, Resposta } from './aplicacao-de-teste.js';
import { eventualmente } from './eventualmente.js';
import type { MensagemRecebida, ServidorSmtp } from './servidor-smtp.js';

const CODIGO = /#token=([\w-]{43})/;
const SEM_TOKEN = { authorization: '' };

export const SENHA = 'uma frase que só eu sei';

/** People with accounts and mailboxes, against the whole product and a real mail server. */
export class Contas {
  #proximo = 0;

  constructor(
    readonly app: AplicacaoDeTeste,
    readonly smtp: ServidorSmtp,
  ) {}

  /** What connects the product to the server. */
  static variaveis(smtp: ServidorSmtp): Record<string, string> {
    return {
      MAIL_SERVER: '127.0.0.1',
      MAIL_PORT: String(smtp.porta),
      URL_PUBLICA: 'https://plantao.exemplo.com.br',
    };
  }

  /** An address of nobody. */
  novoEmail(): string {
    return `pessoa${++this.#proximo}@exemplo.com.br`;
  }

  /** Without a token, as whoever has no account yet. */
  pedir<T = Record<string, unknown>>(rota: string, corpo: unknown): Promise<Resposta<T>> {
    return this.app.pedir<T>('POST', `/v1/auth/${rota}`, corpo, SEM_TOKEN);
  }

  cadastrar(email: string, mudancas: Record<string, unknown> = {}): Promise<Resposta> {
    return this.pedir('cadastro', { nome: 'Maria Pereira', email, senha: SENHA, ...mudancas });
  }

  entrar(email: string, senha = SENHA): Promise<Resposta<{ accessToken: string; refreshToken: string }>> {
    return this.pedir('login', { email, senha });
  }

  /** The messages that arrived at this address with this subject, once there are `quantas`. */
  cartas(para: string, assunto: string, quantas = 1): Promise<MensagemRecebida[]> {
    return eventualmente(() => {
      const cartas = this.recebidas(para, assunto);
      if (cartas.length !== quantas) throw new Error(`${cartas.length} messages, not ${quantas}`);
      return cartas;
    });
  }

  recebidas(para: string, assunto: string): MensagemRecebida[] {
    return this.smtp.recebidas.filter((c) => c.para.includes(para) && c.assunto === assunto);
  }

  /** The code of the newest of `quantas` messages. */
  async codigo(para: string, assunto: string, quantas = 1): Promise<string> {
    const cartas = await this.cartas(para, assunto, quantas);
    return CODIGO.exec(cartas.at(-1)!.texto)![1]!;
  }

  /** Signs up and confirms; answers the address. */
  async verificada(mudancas: Record<string, unknown> = {}): Promise<string> {
    const email = this.novoEmail();
    await this.cadastrar(email, mudancas);
    const token = await this.codigo(email, VERIFICACAO);
    const { status } = await this.pedir('verificar-email', { token });
    if (status !== 204) throw new Error(`not confirmed: ${status}`);
    return email;
  }

  /** Nothing asked is still to be attended, no reaction to be done, no message to be sent. */
  sossegar(): Promise<void> {
    return eventualmente(async () => {
      for (const sql of [
        'SELECT id FROM pedidos_de_acesso WHERE atendido_em IS NULL',
        'SELECT entrega_id AS id FROM entregas_prontas',
        'SELECT notificacao_id AS id FROM notificacoes_fila',
      ])
        if ((await this.app.consultar(sql)).length > 0) throw new Error(`still there: ${sql}`);
    });
  }

  /** The same, save the messages, which may wait for their server. */
  sossegarPedidos(): Promise<void> {
    return eventualmente(async () => {
      const sql = "SELECT id FROM notificacoes WHERE status IN ('CRIADA', 'ENVIANDO') OR tentativas = 0";
      if ((await this.app.consultar('SELECT entrega_id FROM entregas_prontas')).length > 0)
        throw new Error('reactions to be done');
      if ((await this.app.consultar(sql)).length > 0) throw new Error('messages not tried');
    });
  }

  async usuario(email: string) {
    const [linha] = await this.app.consultar('SELECT * FROM usuarios WHERE email = ?', [email]);
    return linha;
  }
}

export const VERIFICACAO = 'Confirme o seu e-mail';
export const REENVIO = 'Outro código para confirmar o seu e-mail';
export const BOAS_VINDAS = 'Boas-vindas ao Plantão';
export const REDEFINICAO = 'Escolha uma nova senha';
export const SENHA_TROCADA = 'A sua senha foi trocada';
export const CADASTRO_REPETIDO = 'Você já tem uma conta com este e-mail';
