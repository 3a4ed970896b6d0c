import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Defeito = 'lancamento-em-dobro' | 'aviso-perdido' | 'recusa-a-alta';

type Corpo = Record<string, unknown>;
interface Diaria {
  tipoLeito: string;
  valor: number;
}
interface Leito {
  status: string;
  desde: number;
  avisos: number;
}
interface Internacao extends Corpo {
  id: number;
  leitoId: number;
  status: string;
  admitidaEm: string;
}
interface Resposta {
  status: number;
  data?: unknown;
  erro?: { message: string; codigo: string; campo?: string };
}

/** The fields that API.md names for each body of the replay; one more or one less is 422. */
const CORPOS: Readonly<Record<string, { exigidos: string[]; aceitos?: string[] }>> = {
  '/v1/setores': { exigidos: ['nome'], aceitos: ['andar', 'capacidade', 'responsavel'] },
  '/v1/leitos': { exigidos: ['numero', 'setorId', 'tipo'] },
  '/v1/convenios': { exigidos: ['nome', 'tipoPlano'], aceitos: ['diarias'] },
  '/v1/medicos': { exigidos: ['nome', 'conselho', 'numeroConselho', 'ufConselho'] },
  '/v1/pacientes': { exigidos: ['nome', 'dataNascimento', 'sexo'], aceitos: ['nomeMae', 'cpf'] },
  '/v1/internacoes': {
    exigidos: ['pacienteId', 'medicoId', 'leitoId', 'cidEntrada'],
    aceitos: ['carater', 'convenioId', 'observacao', 'admitidaEm'],
  },
  alta: { exigidos: ['cidSaida', 'motivoSaida'], aceitos: ['medicoId', 'em'] },
  'iniciar-limpeza': { exigidos: ['em'] },
  'concluir-limpeza': { exigidos: ['em'] },
};

/**
 * A hospital of a few rules behind HTTP: beds are freed only by discharge and cleaning, no event of a bed
 * comes before the last one, tokens expire, and bills take a moment to appear. Bills follow the wall clock
 * written in the instants, not the replay's own arithmetic.
 */
export class ServidorFalso {
  readonly recebidos: { rota: string; corpo: Corpo }[] = [];
  logins = 0;
  readonly #servidor: Server = createServer((pedido, resposta) => {
    void lerCorpo(pedido).then((corpo) => {
      const { status, data, erro } = this.#responder(pedido, corpo);
      resposta.writeHead(status, { 'content-type': 'application/json' });
      const meta = { limite: 100, proximoCursor: null };
      resposta.end(
        JSON.stringify(erro ? { error: [{ title: 'Http', ...erro }], correlationId: 'c-1' } : { data, meta }),
      );
    });
  });
  readonly #leitos = new Map<number, Leito>();
  readonly #internacoes = new Map<number, Internacao>();
  readonly #consultas = new Map<string, number>();
  #diarias: Diaria[] = [];
  readonly #tipos = new Map<number, string>();
  #proximoId = 1;
  #usosDoAcesso = 0;

  constructor(
    private readonly defeito?: Defeito,
    private readonly usosPorAcesso = Infinity,
  ) {}

  async abrir(): Promise<string> {
    await new Promise<void>((pronto) => this.#servidor.listen(0, '127.0.0.1', pronto));
    return `http://127.0.0.1:${(this.#servidor.address() as AddressInfo).port}`;
  }

  async fechar(): Promise<void> {
    this.#servidor.closeAllConnections();
    await new Promise((pronto) => this.#servidor.close(pronto));
  }

  #responder(pedido: IncomingMessage, corpo: Corpo): Resposta {
    const url = new URL(pedido.url ?? '/', 'http://falso');
    if (url.pathname === '/v1/auth/login') return this.#entrar(corpo);
    const acesso = `Bearer acesso-${this.logins}`;
    if (pedido.headers.authorization !== acesso || this.#usosDoAcesso++ >= this.usosPorAcesso) {
      return recusa(401, 'ACESSO.EXPIRADO', 'Entre de novo.');
    }
    if (pedido.method === 'GET') return this.#consultar(url);
    this.recebidos.push({ rota: url.pathname, corpo });
    const [, recurso, id, comando] = /^\/v1\/([a-z]+)(?:\/(\d+)\/([a-z-]+))?$/.exec(url.pathname) ?? [];
    const campos = CORPOS[comando ?? url.pathname];
    const errado = campos && campoErrado(corpo, campos.exigidos, campos.aceitos ?? []);
    if (campos === undefined || errado !== undefined) {
      return recusa(422, 'CORPO.INVALIDO', `O campo ${errado} não serve.`, errado);
    }
    if (comando === 'alta') return this.#alta(Number(id), corpo);
    if (comando !== undefined) return this.#limpeza(Number(id), comando, corpo);
    return this.#criar(recurso!, corpo);
  }

  #entrar(corpo: Corpo): Resposta {
    if (corpo['senha'] !== 'certa') return recusa(401, 'ACESSO.NEGADO', 'E-mail ou senha não conferem.');
    this.#usosDoAcesso = 0;
    this.logins += 1;
    return { status: 200, data: { accessToken: `acesso-${this.logins}` } };
  }

  #criar(recurso: string, corpo: Corpo): Resposta {
    const id = this.#proximoId++;
    if (recurso === 'convenios') this.#diarias = corpo['diarias'] as Diaria[];
    if (recurso === 'leitos') {
      this.#leitos.set(id, { status: 'LIVRE', desde: 0, avisos: 0 });
      this.#tipos.set(id, String(corpo['tipo']));
    }
    if (recurso === 'internacoes') {
      const leitoId = Number(corpo['leitoId']);
      const admitidaEm = String(corpo['admitidaEm']);
      const negado = this.#mover(leitoId, 'LIVRE', 'OCUPADO', admitidaEm);
      if (negado) return negado;
      this.#internacoes.set(id, { ...corpo, id, leitoId, admitidaEm, status: 'INTERNADA' });
    }
    return { status: 201, data: { id } };
  }

  #alta(id: number, { em, motivoSaida }: Corpo): Resposta {
    if (this.defeito === 'recusa-a-alta') {
      return recusa(409, 'INTERNACAO.ESTADO', 'A internação não pode receber alta.', 'em');
    }
    const internacao = this.#internacoes.get(id)!;
    const negado = this.#mover(internacao.leitoId, 'OCUPADO', 'AGUARDANDO_LIMPEZA', String(em));
    if (negado) return negado;
    Object.assign(internacao, { status: 'ENCERRADA', motivoSaida, saidaEm: em });
    return { status: 200, data: internacao };
  }

  #limpeza(leitoId: number, comando: string, { em }: Corpo): Resposta {
    const iniciar = comando === 'iniciar-limpeza';
    const negado = iniciar
      ? this.#mover(leitoId, 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA', String(em))
      : this.#mover(leitoId, 'EM_LIMPEZA', 'LIVRE', String(em));
    if (negado) return negado;
    const leito = this.#leitos.get(leitoId)!;
    const perdido = this.defeito === 'aviso-perdido' && leitoId === Math.min(...this.#leitos.keys());
    if (!iniciar && !perdido) leito.avisos += 1;
    return { status: 200, data: { id: leitoId, status: leito.status } };
  }

  #mover(leitoId: number, de: string, para: string, em: string): Resposta | undefined {
    const leito = this.#leitos.get(leitoId);
    const instante = Date.parse(em);
    if (leito?.status !== de || !(instante > leito.desde)) {
      return recusa(409, 'LEITO.TRANSICAO', `Leito ${leitoId} não passa de ${leito?.status} a ${para}.`);
    }
    Object.assign(leito, { status: para, desde: instante });
    return undefined;
  }

  #consultar(url: URL): Resposta {
    const id = Number(/\d+$/.exec(url.pathname)?.[0]);
    if (url.pathname.startsWith('/v1/internacoes/')) return achado(this.#internacoes.get(id));
    if (url.pathname.startsWith('/v1/leitos/')) return achado(this.#leitos.get(id));
    const alvo = Number(url.search.match(/(?:internacao|leito):(\d+)/)?.[1]);
    if (url.pathname === '/v1/notificacoes') {
      return achado(Array.from({ length: this.#leitos.get(alvo)?.avisos ?? 0 }, () => ({})));
    }
    const vezes = (this.#consultas.get(url.search) ?? 0) + 1;
    this.#consultas.set(url.search, vezes);
    // The reaction of every third stay is late.
    if (alvo % 3 === 0 && vezes === 1) return achado([]);
    const conta = { valor: this.#conta(this.#internacoes.get(alvo)!) };
    return achado(this.defeito === 'lancamento-em-dobro' ? [conta, conta] : [conta]);
  }

  #conta({ leitoId, admitidaEm, saidaEm }: Internacao): number {
    const saida = String(saidaEm);
    const dia = (texto: string): number => Date.parse(texto.slice(0, 10)) / 86_400_000;
    const depoisDaVirada = Number(saida.slice(11, 13)) >= 12 ? 1 : 0;
    const quantidade = Math.max(1, dia(saida) - dia(admitidaEm) + depoisDaVirada);
    const preco = this.#diarias.find(({ tipoLeito }) => tipoLeito === this.#tipos.get(leitoId))!;
    return Math.round(quantidade * preco.valor * 100) / 100;
  }
}

async function lerCorpo(pedido: IncomingMessage): Promise<Corpo> {
  let texto = '';
  for await (const parte of pedido) texto += String(parte);
  return texto === '' ? {} : (JSON.parse(texto) as Corpo);
}

function campoErrado(corpo: Corpo, exigidos: string[], aceitos: string[]): string | undefined {
  return (
    exigidos.find((campo) => corpo[campo] === undefined) ??
    Object.keys(corpo).find((campo) => ![...exigidos, ...aceitos].includes(campo))
  );
}

const achado = (data: unknown): Resposta =>
  data === undefined ? recusa(404, 'NAO_ENCONTRADO', 'Não existe.') : { status: 200, data };

const recusa = (status: number, codigo: string, message: string, campo?: string): Resposta => ({
  status,
  erro: { codigo, message, ...(campo === undefined ? {} : { campo }) },
});
