import type { Executor } from '../alvos/executor.js';
import type { Documento, Operacao } from '../documento/documento.js';
import { Validadores } from '../documento/validadores.js';
import { Sorte } from '../geracao/sorte.js';
import { comoPasso, rascunhar } from '../geracao/rascunho.js';
import type { Fontes } from '../geracao/valores.js';
import { Ligacoes } from '../documento/ligacoes.js';
import { type Falha, Juiz } from '../oraculos/juiz.js';
import type { Tolerancias } from '../oraculos/oraculo.js';
import type { Acervo } from '../passos/acervo.js';
import type { Cobertura } from './cobertura.js';

/** More than may wait for the two that hash passwords. */
const AO_MESMO_TEMPO = 120;

/**
 * Where too many at once are refused (429), asks so many at once; every answer must be one of those documented, and
 * at least one must be that refusal. What it writes depends on who comes first: it goes last.
 */
export async function rajadas(
  documento: Documento,
  executor: Executor,
  /** `acervo`: on a record that is there, so that the work that is limited is come to. */
  { cobertura, acervo }: { cobertura: Cobertura; acervo: Acervo },
  {
    semente,
    corpos,
    tolerancias,
    so,
  }: Pick<Fontes, 'corpos'> & { semente: number; tolerancias: Tolerancias; so: RegExp },
): Promise<Falha[]> {
  const juiz = new Juiz(documento, new Validadores(documento), tolerancias);
  const ligacoes = new Ligacoes(documento);
  const falhas: Falha[] = [];
  const limitadas = documento.operacoes.filter(
    ({ respostas, chave }) => respostas.has(429) && so.test(chave),
  );
  for (const [vez, operacao] of limitadas.entries()) {
    const passos = Array.from({ length: AO_MESMO_TEMPO }, (_, i) => {
      const fontes = {
        esquemas: documento.esquemas,
        ligacoes,
        acervo,
        corpos,
        sorte: new Sorte(semente, 1e6 * (vez + 1) + i),
      };
      return umDe(fontes, operacao, 1e6 * (vez + 1) + i);
    });
    const execucoes = await Promise.all(passos.map((passo) => executor.executar(passo)));
    for (const { resposta } of execucoes) cobertura.anotar(operacao.chave, resposta.status);
    // One row may be seen while another's request is answered: only what each answer says is judged.
    falhas.push(...execucoes.flatMap((e) => juiz.julgar({ ...e, depois: e.antes })));
    if (!execucoes.some(({ resposta }) => resposta.status === 429))
      falhas.push({
        oraculo: 'limite',
        motivo: `nenhuma de ${AO_MESMO_TEMPO} ao mesmo tempo foi recusada com 429`,
        passo: passos[0]!,
      });
  }
  return falhas;
}

const umDe = (fontes: Fontes, operacao: Operacao, numero: number) =>
  comoPasso(
    rascunhar(fontes, operacao, () => undefined),
    { numero, especie: 'valido', tecnica: 'muitos ao mesmo tempo' },
  );
