import { ErroDeUso } from '../aih/erro-de-uso.js';
import { type Buscar, Cliente } from './cliente.js';
import { contarHistoria } from './contar-historia.js';
import { criarCores, querCores } from './cores.js';
import { exigirDemonstracao } from './demonstracao.js';
import { HISTORIA } from './historia.js';
import { Lembrancas } from './lembrancas.js';
import { Narrador, type Terminal } from './narrador.js';
import { AJUDA, lerOpcoes } from './opcoes.js';
import { type Entrada, interativo, pausaEntreCapitulos, semPausa } from './pausa.js';

/** Everything of the outside world, so that a test may stand for it. */
export interface Mundo {
  ambiente: NodeJS.ProcessEnv;
  saida: Terminal;
  entrada: Entrada;
  buscar: Buscar;
}

/** Plays the whole story. Answers the exit code: 0 when every answer was the expected one, else 1. */
export async function rodarTour(argumentos: string[], mundo: Mundo): Promise<number> {
  const { saida } = mundo;
  try {
    return (await contar(argumentos, mundo)) ? 0 : 1;
  } catch (erro) {
    if (!(erro instanceof ErroDeUso)) throw erro;
    saida.write(`\n${erro.message}\n`);
    return 1;
  }
}

async function contar(argumentos: string[], { ambiente, saida, entrada, buscar }: Mundo): Promise<boolean> {
  const opcoes = lerOpcoes(argumentos, ambiente);
  if (opcoes.ajuda) {
    saida.write(`${AJUDA}\n`);
    return true;
  }
  const cliente = new Cliente(opcoes.api, buscar);
  await exigirDemonstracao(cliente, opcoes);
  const marca = Date.now().toString(36).toUpperCase();
  const narrador = new Narrador(saida, criarCores(querCores(saida, ambiente)));
  narrador.abrir(opcoes.api, marca);
  return contarHistoria(HISTORIA, {
    cliente,
    narrador,
    lembrancas: new Lembrancas({
      marca,
      inscricao: String(1_000_000 + (Date.now() % 9_000_000)),
      email: opcoes.email,
      senha: opcoes.senha,
    }),
    pausar: opcoes.pausa && interativo(saida, entrada) ? pausaEntreCapitulos(saida, entrada) : semPausa,
  });
}
