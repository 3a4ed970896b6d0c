import { UnidadeDeTrabalho } from '../../../src/banco/unidade-de-trabalho.js';
import type { AplicacaoDeTeste } from '../../apoio/aplicacao-de-teste.js';
import type { ServidorSmtp } from '../../apoio/servidor-smtp.js';
import type { Canarios } from './canarios.js';

/** What leaves the product besides the answers that were asked for, as it comes. */
export class Coleta {
  readonly log: string[] = [];
  readonly recusas: string[] = [];
  readonly correlacoes: string[] = [];
}

/** Where nothing personal may be, each with all that is in it. */
export async function lugares(
  app: AplicacaoDeTeste,
  { log, recusas, correlacoes }: Coleta,
  smtp: ServidorSmtp,
): Promise<Record<string, string[]>> {
  const linhas = async (sql: string) => (await app.consultar(sql)).map((linha) => JSON.stringify(linha));
  return {
    log,
    recusas,
    correlacoes,
    eventos: await linhas('SELECT * FROM eventos'),
    'entregas.erro': await linhas('SELECT erro FROM entregas'),
    notificacoes: await linhas(
      'SELECT tipo, referencia, ocorrencia, dados, erro, message_id FROM notificacoes',
    ),
    'assuntos de e-mail': smtp.recebidas.map(({ assunto }) => assunto),
    'corpos de e-mail': smtp.recebidas.flatMap(({ html, texto }) => [html, texto]),
    metricas: [await (await fetch(`${app.url}/metricas`)).text()],
    auditoria: await linhas('SELECT * FROM auditoria'),
    // The key itself is the caller's, and opaque; it is asked not to mean anything (docs/privacidade.md).
    'chaves de idempotência': await linhas(
      'SELECT usuario_id, rota, impressao, status, local, etag, resposta FROM chaves_de_idempotencia',
    ),
    'limites de acesso': await linhas('SELECT * FROM limites_de_acesso'),
  };
}

/** `place: kind`, with the text around it, once for each kind and place. */
export function vazamentos(canarios: Canarios, onde: Readonly<Record<string, readonly string[]>>): string[] {
  const achados = new Map<string, string>();
  for (const [lugar, textos] of Object.entries(onde))
    for (const texto of textos)
      for (const { especie, valor } of canarios.em(texto)) {
        const chave = `${lugar}: ${especie}`;
        if (achados.has(chave)) continue;
        const i = texto.toLowerCase().indexOf(valor.toLowerCase());
        achados.set(chave, `${chave} em ${texto.slice(Math.max(0, i - 150), i + 60)}`);
      }
  return [...achados.values()];
}

/** Makes every unit of work and its reads fail with this error, until what it answers is called. */
export function quebrarBanco(app: AplicacaoDeTeste, erro: () => Error): () => void {
  const unidade = app.app.get(UnidadeDeTrabalho);
  const executar = unidade.executar.bind(unidade);
  unidade.executar = () => Promise.reject(erro());
  return () => {
    unidade.executar = executar;
  };
}
