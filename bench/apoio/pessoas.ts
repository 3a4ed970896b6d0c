import { createHash } from 'node:crypto';
import { colunas, instante, type Tabela } from '../carga/tabela.js';
import type { PlanoDaCarga } from '../carga/plano.js';
import { ADMIN_ID } from './administrador.js';

/** Somebody to ask as, as their token says. */
export interface Pessoa {
  readonly id: number;
  readonly papel: 'ADMIN' | 'ENFERMAGEM' | 'PACIENTE';
  readonly pacienteId: number | null;
}

export type Quem = 'administrador' | 'equipe' | 'paciente';

/** Of each reach: everybody's records, those of a full setor, one's own. */
export const PESSOAS: Readonly<Record<Quem, Pessoa>> = {
  administrador: { id: ADMIN_ID, papel: 'ADMIN', pacienteId: null },
  equipe: { id: ADMIN_ID + 1, papel: 'ENFERMAGEM', pacienteId: null },
  paciente: { id: ADMIN_ID + 2, papel: 'PACIENTE', pacienteId: 1 },
};

const CARREGADAS = Object.values(PESSOAS).filter(({ id }) => id !== ADMIN_ID);
/** Nobody enters by it: who measures signs the tokens. */
const SENHA_DE_NINGUEM = createHash('sha256').update('ninguém entra').digest('hex');

/** Their accounts, but the administrator's, which the product makes. */
export function contasDasPessoas(plano: PlanoDaCarga): Tabela[] {
  const em = instante(plano.cadastroEm);
  return [
    {
      nome: 'usuarios',
      colunas: colunas(
        'id, nome, email, senha_hash, ativo, criado_em, atualizado_em, versao, versao_acesso, paciente_id',
      ),
      quantas: CARREGADAS.length,
      linhas: () =>
        CARREGADAS.map(({ id, papel, pacienteId }) => [
          ...[id, papel, `${papel.toLowerCase()}@medida.local`, SENHA_DE_NINGUEM, 1, em, em, 1, 1],
          pacienteId,
        ]),
    },
    {
      nome: 'usuarios_papeis',
      colunas: colunas('usuario_id, papel'),
      quantas: CARREGADAS.length,
      linhas: () => CARREGADAS.map(({ id, papel }) => [id, papel]),
    },
    {
      nome: 'usuarios_setores',
      colunas: colunas('usuario_id, setor_id'),
      quantas: 1,
      linhas: () => [[PESSOAS.equipe.id, plano.setorDaEquipe]],
    },
  ];
}
