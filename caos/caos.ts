import { setTimeout as esperar } from 'node:timers/promises';
import { ErroDeUso } from '../ferramentas/aih/erro-de-uso.js';
import { gravarResultado } from '../ferramentas/apoio/resultado.js';
import { CENARIOS } from './cenarios.js';
import { medidasDe } from './medidas.js';
import { ajuda, lerOpcoes, type Opcoes } from './opcoes.js';
import { motoresDaqui, rodarEmPistas } from './pistas.js';
import { contarRodada, contarTudo, deuErrado } from './relato.js';
import { abertos, rodadasDe } from './rodada.js';

/** A database that was frozen or dead does not hold the exit. */
const PRAZO_DA_SAIDA_MS = 3_000;

const interrupcao = new AbortController();

const argumentos = process.argv.slice(2);
const escrever = (texto: string): void => void process.stdout.write(`${texto}\n`);

for (const sinal of ['SIGINT', 'SIGTERM'] as const) process.once(sinal, () => void sairAsPressas());

if (argumentos.includes('--ajuda')) escrever(ajuda(CENARIOS));
else
  try {
    const codigos = CENARIOS.map(({ codigo }) => codigo);
    // Told to leave: closing the handles of what was frozen and killed, Node 20 has been seen to turn for ever.
    process.exit((await executar(lerOpcoes(argumentos, codigos))) ? 0 : 1);
  } catch (erro) {
    if (!(erro instanceof ErroDeUso)) throw erro;
    process.stderr.write(`\n${erro.message}\n`);
    process.exitCode = 2;
  }

async function executar(opcoes: Opcoes): Promise<boolean> {
  const inicio = performance.now();
  const motores = motoresDaqui().filter((motor) => opcoes.motor === null || motor === opcoes.motor);
  if (!motoresDaqui().includes('mysql'))
    escrever('Não há MariaDB nem MySQL nesta máquina: só a metade SQLite será rodada.');
  const escolhidos = CENARIOS.filter(({ codigo }) => opcoes.so.length === 0 || opcoes.so.includes(codigo));
  const rodadas = rodadasDe(escolhidos, { motores, ...opcoes });
  escrever(`Caos: ${rodadas.length} rodadas, semente ${opcoes.semente}, ${opcoes.pistas} pistas.\n`);
  const resultados = await rodarEmPistas(
    rodadas,
    opcoes,
    (resultado) => escrever(contarRodada(resultado)),
    interrupcao.signal,
  );
  escrever(`\n${contarTudo(resultados, opcoes.curto)}`);
  const inteira =
    escolhidos.length === CENARIOS.length &&
    motores.length === 2 &&
    !opcoes.curto &&
    !opcoes.semRuins &&
    !opcoes.soRuins;
  if (inteira)
    gravarResultado({
      comando: 'caos',
      linhaDeComando: ['npm run caos', ...(argumentos.length > 0 ? ['--', ...argumentos] : [])].join(' '),
      semente: opcoes.semente,
      banco: motores.join(' e '),
      duracaoS: Math.round((performance.now() - inicio) / 1000),
      medidas: medidasDe(resultados),
    });
  return !resultados.some(deuErrado);
}

/** No process and no folder is left behind; the database servers end with this process. */
async function sairAsPressas(): Promise<void> {
  interrupcao.abort();
  const fechados = Promise.allSettled([...abertos].map((palco) => palco.fechar()));
  await Promise.race([fechados, esperar(PRAZO_DA_SAIDA_MS)]);
  process.exit(130);
}
