import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { criarAplicacao } from '../../src/aplicacao.js';
import { lerAmbiente } from '../../src/config/ambiente.js';
import { RAIZ } from '#scripts/preparar.mjs';
import type { ArquivoGerado } from './arquivo-gerado.js';
import { carregarModulos } from './carregar-modulos.js';
import { gerarEstados } from './estados.js';
import { gerarEventos } from './eventos.js';
import { gerarMedidas } from './medidas.js';
import { gerarOpenapi } from './openapi.js';
import { gerarPermissoes } from './permissoes.js';

/** Everything that is generated, from the application as it is: started on an empty database, never listening. */
export async function gerarArquivos(): Promise<ArquivoGerado[]> {
  const exportados = await carregarModulos();
  const dadosDir = mkdtempSync(join(tmpdir(), 'plantao-gerar-'));
  try {
    // Nothing of the machine's environment may show in what is committed.
    const app = await criarAplicacao(
      lerAmbiente({ DADOS_DIR: dadosDir, LOG_LEVEL: 'silent', DEMO: 'false' }),
    );
    try {
      return [
        gerarOpenapi(app),
        gerarEventos(app),
        gerarPermissoes(app),
        gerarEstados(exportados),
        gerarMedidas(RAIZ),
      ];
    } finally {
      await app.close();
    }
  } finally {
    rmSync(dadosDir, { recursive: true, force: true });
  }
}
