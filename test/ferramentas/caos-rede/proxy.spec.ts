import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { CommitsNoFio } from '../../../caos/rede/commits-no-fio.js';
import { Proxy } from '../../../caos/rede/proxy.js';
import { eventualmente } from '../../apoio/eventualmente.js';

/** Answers what it hears, and remembers it. */
class Eco {
  readonly ouvido: Buffer[] = [];
  readonly #abertas = new Set<Socket>();
  readonly #servidor: Server = createServer((conexao) => {
    this.#abertas.add(conexao);
    conexao.on('error', () => undefined);
    conexao.on('close', () => this.#abertas.delete(conexao));
    conexao.on('data', (bytes) => {
      this.ouvido.push(bytes);
      conexao.write(bytes);
    });
  });

  get abertas(): number {
    return this.#abertas.size;
  }
  get texto(): string {
    return Buffer.concat(this.ouvido).toString();
  }

  async ligar(): Promise<{ host: string; port: number }> {
    await new Promise<void>((resolver) => this.#servidor.listen(0, '127.0.0.1', resolver));
    return { host: '127.0.0.1', port: (this.#servidor.address() as { port: number }).port };
  }

  parar(): void {
    for (const conexao of this.#abertas) conexao.destroy();
    this.#servidor.close();
  }
}

/** A client that keeps what it hears and how it ended. */
class Cliente {
  recebido = '';
  fim: string | null = null;
  readonly conexao: Socket;

  constructor(porta: number) {
    this.conexao = connect(porta, '127.0.0.1');
    this.conexao.on('data', (bytes) => (this.recebido += bytes.toString()));
    this.conexao.on('error', (erro) => (this.fim = (erro as NodeJS.ErrnoException).code ?? erro.message));
    this.conexao.on('close', () => (this.fim ??= 'fechada'));
  }

  dizer(oQue: string | Buffer): void {
    this.conexao.write(oQue);
  }
  ouviu = (texto: string): Promise<void> => eventualmente(() => expect(this.recebido).toBe(texto));
  acabou = (como: string): Promise<void> => eventualmente(() => expect(this.fim).toBe(como));
}

const pacote = (corpo: string, numero = 0): Buffer => {
  const bytes = Buffer.from(corpo, 'latin1');
  const cabecalho = Buffer.alloc(4);
  cabecalho.writeUIntLE(bytes.length, 0, 3);
  cabecalho[3] = numero;
  return Buffer.concat([cabecalho, bytes]);
};
const consulta = (sql: string): Buffer => pacote(`\x03${sql}`);

let eco: Eco;
let proxy: Proxy;
const clientes: Cliente[] = [];
const entrar = (): Cliente => {
  const cliente = new Cliente(proxy.port);
  clientes.push(cliente);
  return cliente;
};

beforeEach(async () => {
  eco = new Eco();
  proxy = await Proxy.abrir(await eco.ligar(), 7);
});

afterEach(async () => {
  for (const { conexao } of clientes.splice(0)) conexao.destroy();
  await proxy.fechar();
  eco.parar();
});

const quieto = (): Promise<void> => new Promise((resolver) => setTimeout(resolver, 30));

describe('proxy do caos', () => {
  it('deve passar tudo adiante enquanto nada lhe pedem, e fechar quando o cliente fecha', async () => {
    const cliente = entrar();
    cliente.dizer('bom dia');
    await cliente.ouviu('bom dia');
    cliente.conexao.end();
    await eventualmente(() => expect([eco.abertas, proxy.abertas]).toEqual([0, 0]));
  });

  it('deve engolir nos dois sentidos e entregar depois de curado, o fechamento inclusive', async () => {
    const [fica, desiste] = [entrar(), entrar()];
    await eventualmente(() => expect(eco.abertas).toBe(2));
    proxy.emudecer('ambos');
    fica.dizer('um');
    desiste.dizer('dois');
    desiste.conexao.end();
    await quieto();
    expect([eco.texto, eco.abertas, fica.recebido]).toEqual(['', 2, '']);
    await proxy.curar();
    await fica.ouviu('um');
    await eventualmente(() => expect(eco.abertas).toBe(1));
    expect(eco.texto).toContain('dois');
  });

  it('deve aceitar conexões novas no silêncio e atendê-las depois', async () => {
    proxy.emudecer('ambos');
    const cliente = entrar();
    cliente.dizer('olá');
    await quieto();
    expect(cliente.fim).toBeNull();
    await proxy.curar();
    await cliente.ouviu('olá');
  });

  it.each([
    ['ida', ''],
    ['volta', 'pedido'],
  ] as const)('deve calar só a %s', async (sentido, chegou) => {
    const cliente = entrar();
    await eventualmente(() => expect(eco.abertas).toBe(1));
    proxy.emudecer(sentido);
    cliente.dizer('pedido');
    await quieto();
    expect([eco.texto, cliente.recebido]).toEqual([chegou, '']);
    await proxy.curar();
    await cliente.ouviu('pedido');
  });

  it('deve atrasar sem trocar a ordem', async () => {
    proxy.atrasar(15, 30);
    const cliente = entrar();
    const inicio = performance.now();
    for (const letra of 'abcdef') {
      cliente.dizer(letra);
      await new Promise((resolver) => setImmediate(resolver));
    }
    await cliente.ouviu('abcdef');
    expect(performance.now() - inicio).toBeGreaterThan(29);
  });

  it('deve cortar com RST as conexões abertas e aceitar outras', async () => {
    const cliente = entrar();
    cliente.dizer('a');
    await cliente.ouviu('a');
    proxy.cortar();
    await cliente.acabou('ECONNRESET');
    expect(proxy.contagem.cortadas).toBe(1);
    const outro = entrar();
    outro.dizer('b');
    await outro.ouviu('b');
  });

  it('deve recusar como um servidor que saiu, e voltar na mesma porta', async () => {
    const cliente = entrar();
    cliente.dizer('a');
    await cliente.ouviu('a');
    const porta = proxy.port;
    await proxy.recusar();
    await cliente.acabou('ECONNRESET');
    await entrar().acabou('ECONNREFUSED');
    await proxy.curar();
    expect(proxy.port).toBe(porta);
    const outro = entrar();
    outro.dizer('c');
    await outro.ouviu('c');
  });

  it('deve cortar antes do COMMIT sem que o servidor o veja', async () => {
    proxy.aoConfirmar(() => 'antes');
    const cliente = entrar();
    cliente.dizer(consulta('INSERT INTO t VALUES (1)'));
    await eventualmente(() => expect(eco.texto).toContain('INSERT'));
    cliente.dizer(consulta('COMMIT'));
    await cliente.acabou('ECONNRESET');
    expect(eco.texto).not.toContain('COMMIT');
    expect(proxy.contagem).toMatchObject({ commits: 1, cortesAntes: 1, cortesDepois: 0 });
  });

  it('deve cortar depois do COMMIT obedecido sem que o cliente ouça a resposta, só no número pedido', async () => {
    proxy.aoConfirmar((numero) => (numero === 2 ? 'depois' : 'nenhum'));
    const cliente = entrar();
    cliente.dizer(consulta('COMMIT'));
    await cliente.ouviu(consulta('COMMIT').toString());
    cliente.dizer(consulta('COMMIT'));
    await cliente.acabou('ECONNRESET');
    expect(eco.texto).toBe(consulta('COMMIT').toString().repeat(2));
    expect(cliente.recebido).toBe(consulta('COMMIT').toString());
    expect(proxy.contagem).toMatchObject({ commits: 2, cortesAntes: 0, cortesDepois: 1 });
  });
});

describe('COMMIT no fio', () => {
  it.each([
    ['um COMMIT', consulta('COMMIT'), 1],
    ['um commit minúsculo', consulta('commit'), 1],
    ['a palavra no meio de um texto', consulta("SELECT 'COMMIT'"), 0],
    ['uma resposta do aperto de mãos', pacote('\x03COMMIT', 1), 0],
    ['dois pacotes juntos', Buffer.concat([consulta('SELECT 1'), consulta('COMMIT')]), 1],
  ])('deve contar %s', (_, bytes, quantos) => {
    expect(new CommitsNoFio().ler(bytes)).toBe(quantos);
  });

  it('deve reconhecer um COMMIT que chega aos pedaços', () => {
    const leitor = new CommitsNoFio();
    const bytes = Buffer.concat([consulta('x'.repeat(300)), consulta('COMMIT')]);
    const contados = [...bytes].map((byte) => leitor.ler(Buffer.from([byte])));
    expect(contados.reduce((soma, n) => soma + n, 0)).toBe(1);
    expect(contados.at(-1)).toBe(1);
  });
});
