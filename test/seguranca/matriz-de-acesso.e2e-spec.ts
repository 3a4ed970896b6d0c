import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rotasDa } from '../../ferramentas/gerar/rotas.js';
import { PAPEIS, type Papel } from '../../src/plataforma/seguranca/autor.js';
import { CELULAS } from './celulas-da-matriz.js';
import {
  type HospitalDeDoisLados,
  montarDoisLados,
  SITUACOES,
  type Situacao,
} from './hospital-de-dois-lados.js';

const NINGUEM = 999_999;
const AO_MESMO_TEMPO = 6;

type Quem = Papel | 'anonimo';
type Coluna = Situacao | 'inexistente';
/** `passa`: whatever the route itself says; never a refusal for who asks. */
type Esperado = 'passa' | 401 | 403 | 404;

const LETRAS: Readonly<Record<string, Papel>> = {
  G: 'GESTAO',
  M: 'MEDICO',
  E: 'ENFERMAGEM',
  R: 'RECEPCAO',
  F: 'FARMACIA',
  B: 'FATURAMENTO',
  A: 'AUDITOR',
  P: 'PACIENTE',
};
const CUIDAM: readonly Quem[] = ['MEDICO', 'ENFERMAGEM', 'FARMACIA'];
const AO_ALCANCE: readonly Coluna[] = ['sobCuidado', 'emergencia'];

/** They end the very access by which the next cell is asked. */
const SEM_EXECUTAR = ['POST /v1/auth/logout', 'POST /v1/auth/eu/sessoes/encerrar-outras'];

/** The rule of every cell. */
function esperado(quem: Quem, abre: string, tipo: string | null, coluna: Coluna): Esperado {
  if (abre === 'publico') return 'passa';
  if (quem === 'anonimo') return 401;
  if (abre !== 'todos' && quem !== 'ADMIN' && ![...abre].some((letra) => LETRAS[letra] === quem)) return 403;
  if (tipo === null) return 'passa';
  const alcanca = CUIDAM.includes(quem)
    ? AO_ALCANCE.includes(coluna)
    : quem === 'PACIENTE'
      ? coluna === 'proprio'
      : coluna !== 'inexistente';
  // Who reaches everybody's records may be told first what is wrong with the body.
  return alcanca ? 'passa' : CUIDAM.includes(quem) || quem === 'PACIENTE' ? 404 : 'passa';
}

describe('matriz de acesso', () => {
  let hospital: HospitalDeDoisLados;

  beforeAll(async () => {
    hospital = await montarDoisLados();
  }, 60_000);

  afterAll(() => hospital.app.encerrar());

  it('deve ter uma linha para cada rota servida, e nenhuma a mais', () => {
    const servidas = rotasDa(hospital.app.app).map(({ metodo, caminho }) => `${metodo} ${caminho}`);
    expect(CELULAS.map(([operacao]) => operacao).sort()).toEqual(servidas.sort());
  });

  it('deve decidir cada célula como a tabela diz, sem nenhuma surpresa', async () => {
    const surpresas: string[] = [];
    const recusas = new Map<string, Set<string>>();
    const celulas = CELULAS.flatMap(([operacao, abre, tipo]) => {
      const colunas: readonly Coluna[] =
        tipo !== null && operacao.includes('{id}') ? [...SITUACOES, 'inexistente'] : ['inexistente'];
      return colunas.flatMap((coluna) =>
        [...PAPEIS, 'anonimo' as const].map((quem) => ({ operacao, abre, tipo, coluna, quem })),
      );
    });
    const conferir = async ({ operacao, abre, tipo, coluna, quem }: (typeof celulas)[number]) => {
      if (quem !== 'anonimo' && SEM_EXECUTAR.includes(operacao)) return;
      const espera = operacao.includes('{id}')
        ? esperado(quem, abre, tipo, coluna)
        : esperado(quem, abre, null, coluna);
      const { status, texto } = await pedir(operacao, quem, tipo, coluna);
      const serve =
        espera === 'passa'
          ? abre === 'publico' ||
            (![401, 403].includes(status) && (status !== 404 || tipo === null || coluna === 'inexistente'))
          : status === espera;
      if (!serve || status >= 500)
        surpresas.push(`${operacao} · ${quem} · ${coluna}: ${status}, não ${espera}`);
      if (espera === 404) {
        const chave = `${operacao} · ${quem}`;
        recusas.set(chave, (recusas.get(chave) ?? new Set()).add(texto));
      }
    };
    for (let i = 0; i < celulas.length; i += AO_MESMO_TEMPO)
      await Promise.all(celulas.slice(i, i + AO_MESMO_TEMPO).map(conferir));
    expect(celulas.length).toBeGreaterThan(2_000);
    expect(surpresas).toEqual([]);
    // What may not be known to exist is refused in the very words of what does not.
    expect([...recusas].filter(([, textos]) => textos.size > 1)).toEqual([]);
  }, 120_000);

  async function pedir(
    operacao: string,
    quem: Quem,
    tipo: string | null,
    coluna: Coluna,
  ): Promise<{ status: number; texto: string }> {
    const [metodo, modelo] = operacao.split(' ') as [string, string];
    const registros = coluna === 'inexistente' || tipo === null ? null : hospital.registros[coluna];
    const caminho = modelo
      .replace('{id}', String(registros?.[tipo!] ?? NINGUEM))
      .replace('{enderecoId}', String(registros?.endereco ?? NINGUEM))
      .replace(/\{\w+\}/g, String(NINGUEM));
    const { app, pessoas } = hospital;
    const resposta = await fetch(`${app.url}${caminho}`, {
      method: metodo,
      headers: {
        ...(quem === 'anonimo' ? {} : pessoas[quem].cabecalho),
        ...(metodo === 'GET' || metodo === 'DELETE' ? {} : { 'content-type': 'application/json' }),
      },
      ...(metodo === 'GET' || metodo === 'DELETE' ? {} : { body: '{}' }),
    });
    const corpo = await resposta.text();
    const erro = corpo.startsWith('{"error"')
      ? JSON.stringify((JSON.parse(corpo) as { error: unknown }).error)
      : '';
    return { status: resposta.status, texto: erro.replaceAll(/\d+/g, 'N') };
  }
});
