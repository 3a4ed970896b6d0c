/** `npm run bench`: how fast the product is, beside what the same work costs bare; see `--ajuda` and README.md. */
import { ErroDeUso } from '../ferramentas/aih/erro-de-uso.js';
import { Contexto } from './apoio/contexto.js';
import { medirTudo } from './medir-tudo.js';
import { AJUDA, lerOpcoes } from './opcoes.js';
import { mostrarPerfil } from './perfil/perfil.js';

/** Answers the exit code. */
async function rodar(argumentos: readonly string[]): Promise<number> {
  const opcoes = lerOpcoes(argumentos);
  if (opcoes.ajuda) {
    console.log(AJUDA);
    return 0;
  }
  const contexto = new Contexto(opcoes);
  for (const sinal of ['SIGINT', 'SIGTERM'] as const)
    process.once(sinal, () => {
      contexto.interrompido = true;
      console.error('\nInterrompido: arrumando…');
      void contexto.faxina.fazer().finally(() => process.exit(130));
    });
  try {
    if (opcoes.perfil) {
      await mostrarPerfil(contexto, opcoes.perfil);
      return 0;
    }
    return await medirTudo(contexto, argumentos);
  } finally {
    await contexto.faxina.fazer();
  }
}

process.exitCode = await rodar(process.argv.slice(2)).catch((erro: unknown) => {
  console.error(`\n${erro instanceof Error ? erro.message : String(erro)}`);
  return erro instanceof ErroDeUso ? 2 : 1;
});
