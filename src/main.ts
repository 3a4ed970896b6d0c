import 'reflect-metadata';
import { criarAplicacao } from './aplicacao.js';
import { AmbienteInvalido, lerAmbiente } from './config/ambiente.js';

/** Starts the process; what stops it from starting is said in plain Portuguese. */
async function iniciar(): Promise<void> {
  const ambiente = lerAmbiente();
  const app = await criarAplicacao(ambiente);
  await app.listen(ambiente.porta, ambiente.host);
  const endereco = await app.getUrl();
  process.stdout.write(
    `\nPlantão no ar.\n  API:     ${endereco}/v1\n  Swagger: ${endereco}/docs\n` +
      (ambiente.primeiroAcesso?.gerado
        ? `  Entrada: ${ambiente.primeiroAcesso.email} / ${ambiente.primeiroAcesso.senha}\n\n`
        : ambiente.primeiroAcesso
          ? `  Entrada: ${ambiente.primeiroAcesso.email} (senha em ADMIN_SENHA)\n\n`
          : '\n'),
  );
}

iniciar().catch((erro: unknown) => {
  const mensagem = erro instanceof AmbienteInvalido ? erro.message : erro instanceof Error ? (erro.stack ?? erro.message) : String(erro);
  process.stderr.write(`\nO Plantão não pôde iniciar.\n${mensagem}\n`);
  process.exitCode = 1;
});
