import { type Esquema, resolver } from '../documento/esquema.js';
import { type Caso, dadosDe, deuCerto, type Oraculo } from './oraculo.js';

/** Who is nobody's patient has nothing of any patient's: not one record, and of lists only empty ones. */
const alheio: Oraculo = {
  codigo: 'nada-alheio',
  classes: ['F206'],
  conferir: (caso) => {
    const { passo, operacao } = caso;
    // What is open to every role is nobody's in particular.
    if (passo.quem !== 'PACIENTE' || !operacao.perfis?.includes('PACIENTE') || !deuCerto(caso)) return null;
    const dados = dadosDe(caso);
    if (Array.isArray(dados) && dados.length === 0) return null;
    return `quem não é paciente de ninguém recebeu ${JSON.stringify(dados).slice(0, 120)}`;
  },
};

/** Roles that treat nobody. */
const SEM_CUIDADO = ['RECEPCAO', 'GESTAO', 'FATURAMENTO', 'AUDITOR'];
const CLINICO = /Dado clínico: [^;]*; ausente para os demais/;

/** What the document calls clinical is absent for a role that treats nobody, unless it says that this one sees it too. */
const clinico: Oraculo = {
  codigo: 'dado-clinico',
  classes: ['F206'],
  conferir: (caso) => {
    const { passo, operacao, resposta, json } = caso;
    const esquema = operacao.respostas.get(resposta.status)?.conteudos['application/json'];
    if (!SEM_CUIDADO.includes(passo.quem) || !esquema || !deuCerto(caso)) return null;
    const visto = clinicoEm(caso, esquema, json, passo.quem);
    return visto === null ? null : `${passo.quem} viu ${visto}`;
  },
};

/** The first clinical field in this value that the role may not see. */
function clinicoEm(caso: Caso, original: Esquema, valor: unknown, quem: string): string | null {
  if (typeof valor !== 'object' || valor === null) return null;
  const { properties = {}, items } = resolver(caso.documento.esquemas, original);
  const partes = Array.isArray(valor)
    ? valor.map((item): readonly [string, Esquema | undefined, unknown] => ['', items, item])
    : Object.entries(valor).map(([nome, v]) => [nome, properties[nome], v as unknown] as const);
  for (const [nome, esquema, dentro] of partes) {
    const nota = CLINICO.exec(esquema?.description ?? '')?.[0];
    if (nota !== undefined && !nota.includes(quem)) return nome;
    const visto = esquema ? clinicoEm(caso, esquema, dentro, quem) : null;
    if (visto !== null) return visto;
  }
  return null;
}

export const DE_SIGILO: readonly Oraculo[] = [alheio, clinico];
