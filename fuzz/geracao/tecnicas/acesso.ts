import { PERFIS } from '../../alvos/acessos.js';
import type { Operacao } from '../../documento/documento.js';
import { comoPasso, rascunhar } from '../rascunho.js';
import { ID_DE_NINGUEM } from '../valores.js';
import { fechada, type Tecnica, temParametro } from '../tecnica.js';

const outrosPerfis = ({ perfis }: Operacao): string[] =>
  perfis === null ? [] : PERFIS.filter((perfil) => !perfis.includes(perfil));

/** Who may not know answers the same about what exists and what does not. */
const semAcesso = (nome: string, status: 401 | 403, quem: Tecnica['nome'] | null): Tecnica => ({
  nome,
  alvos: [status],
  peso: 2,
  serve: (operacao) => fechada(operacao) && (quem !== null || outrosPerfis(operacao).length > 0),
  fazer: (c) => {
    const existente = rascunhar(c, c.operacao, () => undefined);
    const deNinguem = c.operacao.modelo.replace(/\{\w+\}/g, String(ID_DE_NINGUEM));
    const rascunho = c.sorte.chance(40) ? { ...existente, caminho: [deNinguem] } : existente;
    const perfil = quem ?? c.sorte.um(outrosPerfis(c.operacao));
    return comoPasso(rascunho, {
      numero: c.numero,
      especie: 'mutado',
      tecnica: `${nome}${quem === null ? `: ${perfil}` : ''}`,
      quem: perfil,
      espera: [status],
    });
  },
});

/** Of patients' records a PACIENTE has the own; who asks here is nobody's patient, and has none. */
const deOutraPessoa: Tecnica = {
  nome: 'registro de outra pessoa',
  alvos: [404],
  peso: 2,
  serve: (operacao) => operacao.perfis?.includes('PACIENTE') === true && temParametro(operacao, 'path'),
  fazer: (c) =>
    comoPasso(
      rascunhar(c, c.operacao, () => undefined),
      { numero: c.numero, especie: 'mutado', tecnica: deOutraPessoa.nome, quem: 'PACIENTE', espera: [404] },
    ),
};

export const ACESSO: readonly Tecnica[] = [
  semAcesso('sem token', 401, 'NINGUEM'),
  semAcesso('token forjado', 401, 'IMPOSTOR'),
  semAcesso('perfil que não pode', 403, null),
  deOutraPessoa,
];
