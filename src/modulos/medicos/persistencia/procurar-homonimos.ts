import { inteiro } from '../../../banco/dialeto.js';
import type { Leitura } from '../../../banco/leitura.js';
import { MAXIMO_DE_AVISOS } from '../../../plataforma/registros/aviso.js';
import type { AvisoDeMedico } from '../casos-de-uso/obter-medico.js';
import type { Medico } from '../dominio/medico.entity.js';

const HOMONIMO = {
  codigo: 'MEDICO.POSSIVEL_HOMONIMO',
  mensagem: 'Outro médico tem o mesmo nome. Confira se não é a mesma pessoa com outra inscrição.',
};

/** Other professionals in use with the same name, to be looked at. */
export async function procurarHomonimos(
  leitura: Leitura,
  { id, nomeBusca }: Pick<Medico, 'id' | 'nomeBusca'>,
): Promise<AvisoDeMedico[]> {
  const linhas = await leitura.consultar(
    `SELECT id FROM medicos WHERE ativo = ? AND nome_busca = ? AND id <> ? ORDER BY id LIMIT ${MAXIMO_DE_AVISOS}`,
    [true, nomeBusca, id],
  );
  return linhas.map((l) => ({ ...HOMONIMO, medicoId: inteiro(l.id) }));
}
