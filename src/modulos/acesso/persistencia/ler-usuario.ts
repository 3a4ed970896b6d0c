import { booleano, inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import type { Leitura } from '../../../banco/leitura.js';
import { Email, IdDe, Instante, ListaDeIds, Logico, Texto } from '../../../plataforma/http/campos.js';
import { camposDoRegistro, RespostaDeRegistro } from '../../../plataforma/registros/resposta-de-registro.js';
import { PAPEIS, type Papel } from '../../../plataforma/seguranca/autor.js';
import { USUARIO } from '../dominio/registro-de-usuarios.js';
import { ListaDePapeis } from '../campos-de-acesso.js';

/** Who somebody is; never the password or its hash. */
export class UsuarioResposta extends RespostaDeRegistro {
  @Texto({ max: 150, exemplo: 'Ana Souza', descricao: 'Nome da pessoa.' }) nome!: string;
  @Email({ exemplo: 'ana@hospital.local', descricao: 'Com que entra.' }) email!: string;
  @ListaDePapeis() papeis!: Papel[];
  @IdDe('paciente', { nulo: true, exemplo: null, descricao: 'Paciente que esta pessoa é, se for.' })
  pacienteId!: number | null;
  @IdDe('profissional', { nulo: true, exemplo: null, descricao: 'Profissional que esta pessoa é, se for.' })
  medicoId!: number | null;
  @ListaDeIds('setores', { exemplo: [], descricao: 'Setores em que a pessoa trabalha.' }) setorIds!: number[];
  @Instante({ nulo: true, descricao: 'Última entrada; nulo para quem ainda não entrou.' })
  ultimoAcessoEm!: Date | null;
  @Logico({ exemplo: false, descricao: 'Se entra com segundo fator.' }) segundoFator!: boolean;
  @Logico({
    exemplo: true,
    descricao: 'Falso enquanto quem se cadastrou não confirma o e-mail; até lá não entra.',
  })
  emailVerificado!: boolean;
}

/** The same, and whether anybody may try to enter it now. */
export class UsuarioComBloqueio extends UsuarioResposta {
  @Instante({
    nulo: true,
    exemplo: null,
    descricao:
      'Até quando ninguém entra nesta conta, por tentativas erradas, a não ser de onde a pessoa já entrou; nulo se está aberta.',
  })
  bloqueadoAte!: Date | null;
}

/** Everything `decodificarUsuario` needs; add WHERE on `u`. */
export const SELECAO_DE_USUARIO = `SELECT u.id, u.nome, u.email, u.paciente_id, u.medico_id, u.ultimo_acesso_em, u.aguarda_verificacao_desde,
  u.ativo, u.inativado_em, u.motivo_inativacao, u.criado_em, u.atualizado_em, u.versao,
  (SELECT GROUP_CONCAT(p.papel) FROM usuarios_papeis p WHERE p.usuario_id = u.id) AS papeis,
  (SELECT GROUP_CONCAT(t.setor_id) FROM usuarios_setores t WHERE t.usuario_id = u.id) AS setores,
  EXISTS (SELECT 1 FROM segundos_fatores s
           WHERE s.usuario_vigente_id = u.id AND s.confirmado_em IS NOT NULL) AS segundo_fator
  FROM usuarios u`;

/** The roles of a `GROUP_CONCAT(papel)`, in the order of the product's list. */
export function papeisDe(valor: unknown): Papel[] {
  const guardados = new Set((ouNulo(texto)(valor) ?? '').split(','));
  return PAPEIS.filter((papel) => guardados.has(papel));
}

/** The ids of a `GROUP_CONCAT(setor_id)`, in ascending order. */
const setoresDe = (valor: unknown): number[] =>
  (ouNulo(texto)(valor) ?? '')
    .split(',')
    .filter((id) => id !== '')
    .map(Number)
    .sort((a, b) => a - b);

export const decodificarUsuario = (linha: Linha): UsuarioResposta => ({
  nome: texto(linha.nome),
  email: texto(linha.email),
  papeis: papeisDe(linha.papeis),
  pacienteId: ouNulo(inteiro)(linha.paciente_id),
  medicoId: ouNulo(inteiro)(linha.medico_id),
  setorIds: setoresDe(linha.setores),
  ultimoAcessoEm: ouNulo(instante)(linha.ultimo_acesso_em),
  segundoFator: booleano(linha.segundo_fator),
  emailVerificado: linha.aguarda_verificacao_desde === null,
  ...camposDoRegistro(linha),
});

/** One user, or null. Inside a unit of work it sees what was just written. */
export async function lerUsuario(leitura: Leitura, id: number): Promise<UsuarioResposta | null> {
  const linha = await leitura.obter(`${SELECAO_DE_USUARIO} WHERE u.id = ?`, [id]);
  return linha && decodificarUsuario(linha);
}

/** The same; 404 when there is none. */
export async function exigirUsuario(leitura: Leitura, id: number): Promise<UsuarioResposta> {
  const usuario = await lerUsuario(leitura, id);
  if (!usuario) throw USUARIO.inexistente(id);
  return usuario;
}
