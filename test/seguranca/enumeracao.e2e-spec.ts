import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFileSync } from 'node:fs';
import { AplicacaoDeTeste, type Resposta } from '../apoio/aplicacao-de-teste.js';
import { Contas } from '../apoio/contas.js';
import { amostrar, comparar, oQueDistingue } from '../apoio/indistintos.js';
import { ServidorSmtp } from '../apoio/servidor-smtp.js';

/** Of each kind; AMOSTRAS asks for more, and MEDIDAS for a file with what was measured (G6.4). */
const AMOSTRAS = Number(process.env.AMOSTRAS ?? 20);
const PRAZO_MS = 120_000 + AMOSTRAS * 1_000;
const CONTAS = 15;
/** Measured together; the other accounts are for what leaves a trace. */
const LOTE = 10;
/** What a loaded machine does to one measurement it hardly does to the next as well; what shows, shows in both. */
const MEDICOES = 2;
const OUTRA_SENHA = 'a frase de outra pessoa';

let smtp: ServidorSmtp;
let app: AplicacaoDeTeste;
let contas: Contas;
const conhecidos: string[] = [];

beforeAll(async () => {
  smtp = await ServidorSmtp.iniciar();
  app = await AplicacaoDeTeste.iniciar(Contas.variaveis(smtp));
  contas = new Contas(app, smtp);
  for (let i = 0; i < CONTAS; i++) {
    const email = `conhecido${i}@exemplo.com.br`;
    await app.criar('/v1/usuarios', {
      nome: 'Conta',
      email,
      senha: 'uma frase comprida',
      papeis: ['PACIENTE'],
    });
    conhecidos.push(email);
  }
});
afterAll(async () => {
  await contas.sossegar();
  await app.encerrar();
  await smtp.parar();
});

let contador = 0;
/** As long as those of people who have an account. */
const desconhecido = (): string => `ninguem${String(++contador).padStart(4, '0')}@exemplo.com.br`;
/** What limits how often one may ask is not what is measured here. */
const liberar = () => app.unidade.executar((tx) => tx.executar('DELETE FROM limites_de_acesso'));

/** What verifies no password takes so little that only many samples would show a difference. */
const ROTAS: readonly [rota: string, corpo: (email: string) => object, vezes: number][] = [
  ['login', (email) => ({ email, senha: OUTRA_SENHA }), 1],
  ['cadastro', (email) => ({ nome: 'Maria Pereira', email, senha: OUTRA_SENHA }), 1],
  ['reenviar-verificacao', (email) => ({ email }), 4],
  ['esqueci-senha', (email) => ({ email }), 4],
];

/** What somebody outside sees of an answer, save what is of the request itself. */
const visivel = ({ status, corpo, cabecalhos }: Resposta, email: string) => ({
  status,
  corpo: JSON.stringify({ ...corpo, correlationId: undefined }).replaceAll(email, 'o próprio'),
  cabecalhos: [...cabecalhos]
    .filter(([nome]) => !['date', 'x-correlation-id', 'content-length', 'etag'].includes(nome))
    .sort(),
});

describe('quem tem conta', () => {
  it.each(ROTAS)('deve não se saber pela resposta de %s', async (rota, corpo) => {
    await liberar();
    const vistas = [];
    for (const email of [conhecidos.at(-1)!, desconhecido(), conhecidos.at(-2)!, desconhecido()])
      vistas.push(visivel(await contas.pedir(rota, corpo(email)), email));
    expect(new Set(vistas.map((vista) => JSON.stringify(vista))).size).toBe(1);
  });

  it.each(ROTAS)(
    'deve não se saber pelo tempo de %s',
    async (rota, corpo, vezes) => {
      const pedir = async (email: string) => {
        const { status } = await contas.pedir(rota, corpo(email));
        if (status >= 400 && status !== 401) throw new Error(`${rota}: ${status}`);
      };
      const medir = async (lote: number, semente: number) => {
        return amostrar(
          lote,
          (i) => pedir(conhecidos[i % LOTE]!),
          () => pedir(desconhecido()),
          { semente, antes: liberar },
        );
      };
      let semente = 0;
      await medir(3, ++semente);
      const medirTudo = async () => {
        const a: number[] = [];
        const b: number[] = [];
        // In lots, each in another order.
        for (let restam = AMOSTRAS * vezes; restam > 0; restam -= LOTE) {
          const lote = await medir(Math.min(restam, LOTE), ++semente);
          a.push(...lote.a);
          b.push(...lote.b);
        }
        return { a, b };
      };
      let visto: string | null = null;
      for (let vez = 0; vez < MEDICOES; vez++) {
        const amostras = await medirTudo();
        const { medianas, auc, p } = comparar(amostras);
        if (process.env.MEDIDAS)
          appendFileSync(
            process.env.MEDIDAS,
            `${JSON.stringify({ rota, n: amostras.a.length, medianas, auc, p })}\n`,
          );
        visto = oQueDistingue(amostras);
        if (visto === null) return;
      }
      expect(visto).toBeNull();
    },
    PRAZO_MS,
  );

  it('deve não se saber, nem pela entrada, de um endereço em que se acabou de fazer um cadastro', async () => {
    await liberar();
    const vistas = [];
    for (const email of [conhecidos.at(-3)!, desconhecido()]) {
      await contas.cadastrar(email, { senha: OUTRA_SENHA });
      await contas.sossegar();
      for (const senha of [OUTRA_SENHA, 'nem uma nem outra'])
        vistas.push(visivel(await contas.pedir('login', { email, senha }), email));
    }
    expect(vistas.slice(0, 2)).toEqual(vistas.slice(2));
    expect(vistas.map(({ status }) => status)).toEqual([403, 401, 403, 401]);
  });
});
