import type { Parametro } from '../../banco/dialeto.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { type FormaDeCuidado, formasDeCuidado } from '../../plataforma/seguranca/formas-de-cuidado.js';

/** For how long after the exit a stay still gives its doctors the patient's record. */
const DIAS_DEPOIS_DA_SAIDA = 30;
const DIA_MS = 86_400_000;

const STATUS_DE_INTERNADO = ['INTERNADA', 'ALTA_PREVISTA', 'ALTA_CLINICA'] as const;
const INTERNADO = `c.status IN (${STATUS_DE_INTERNADO.map((status) => `'${status}'`).join(',')})`;
const EM_CURSO_OU_RECENTE =
  "c.status IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA') AND (c.saida IS NULL OR c.saida >= ?)";

const doMedico = ({ medicoId }: Autor, agora: Date): readonly Parametro[] | null =>
  typeof medicoId === 'number' ? [medicoId, new Date(agora.getTime() - DIAS_DEPOIS_DA_SAIDA * DIA_MS)] : null;

/** By a stay or a request, open or ended within 30 days, of which the author is the doctor in charge, or who discharged. */
const PELO_MEDICO = (['medico_id', 'medico_alta_id'] as const).map((coluna): FormaDeCuidado => ({
  tabelas: 'internacoes c',
  paciente: 'c.paciente_id',
  onde: `c.${coluna} = ? AND ${EM_CURSO_OU_RECENTE}`,
  parametros: (autor, { papeis }, agora) => (papeis.includes('MEDICO') ? doMedico(autor, agora) : null),
}));

/**
 * The team: who lies in a bed of a setor in which the author works. One status at a time: with two equalities the
 * index leads to those who lie there, past the long history of the setor and past who lies elsewhere.
 */
const PELA_EQUIPE = STATUS_DE_INTERNADO.map((status): FormaDeCuidado => ({
  tabelas: `usuarios_setores t JOIN internacoes c ON c.setor_id = t.setor_id AND c.status = '${status}'`,
  paciente: 'c.paciente_aberto_id',
  onde: 't.usuario_id = ?',
  parametros: ({ usuarioId }) => [usuarioId],
}));

/** Nurses without a setor are of the whole house, as in a small clinic. */
const PELA_CASA: FormaDeCuidado = {
  tabelas: 'internacoes c',
  paciente: 'c.paciente_aberto_id',
  onde: `${INTERNADO} AND NOT EXISTS (SELECT 1 FROM usuarios_setores t WHERE t.usuario_id = ?)`,
  parametros: ({ usuarioId }, { papeis }) => (papeis.includes('ENFERMAGEM') ? [usuarioId] : null),
};

/** By having just registered or admitted the patient, or in an emergency. */
const POR_VINCULO: FormaDeCuidado = {
  tabelas: 'vinculos_de_cuidado v',
  paciente: 'v.paciente_id',
  onde: 'v.usuario_id = ? AND v.ate > ?',
  parametros: ({ usuarioId }, _alcance, agora) => [usuarioId, agora],
};

/** Who is under whose care: the one definition (ADR 0014). A module with other ways to be so provides its own. */
export const SOB_CUIDADO = formasDeCuidado(...PELO_MEDICO, ...PELA_EQUIPE, PELA_CASA, POR_VINCULO);
