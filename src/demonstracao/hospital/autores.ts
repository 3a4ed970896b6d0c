import { normalizarEmail } from '../../modulos/acesso/dominio/usuario.entity.js';
import type { Papel } from '../../plataforma/seguranca/autor.js';
import { ACESSOS } from '../acessos.js';

/** The user of each role. */
export const IDS_DOS_USUARIOS = Object.fromEntries(ACESSOS.map(({ papel }, i) => [papel, i + 1])) as Readonly<
  Record<Papel, number>
>;

/**
 * The id of the user of each role. The one whose address an administrator of the configuration has is not there: the
 * demonstration's own administrator stands in for him, and the management for that administrator.
 */
export function autoresSem(adminEmail: string | null): Readonly<Record<Papel, number>> {
  const ausente = ACESSOS.find(({ email }) => tomado(email, adminEmail));
  if (!ausente) return IDS_DOS_USUARIOS;
  const { ADMIN, GESTAO } = IDS_DOS_USUARIOS;
  return { ...IDS_DOS_USUARIOS, [ausente.papel]: ausente.papel === 'ADMIN' ? GESTAO : ADMIN };
}

/** Whether the configuration's administrator has this address. */
export const tomado = (email: string, adminEmail: string | null): boolean =>
  adminEmail !== null && email === normalizarEmail(adminEmail);
