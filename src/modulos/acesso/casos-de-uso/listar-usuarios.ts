import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { Email, Logico, Opcao } from '../../../plataforma/http/campos.js';
import { OrdemDaLista, Ordens } from '../../../plataforma/http/ordem.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { PAPEIS, type Papel } from '../../../plataforma/seguranca/autor.js';
import { decodificarUsuario, SELECAO_DE_USUARIO, type UsuarioResposta } from '../persistencia/ler-usuario.js';

const ORDENS = new Ordens(
  { id: { coluna: 'u.id', campo: 'id' }, criadoEm: { coluna: 'u.criado_em', campo: 'criado_em' } },
  'id',
);

export class ConsultaDeUsuarios extends ConsultaDeLista {
  @Opcao(PAPEIS, { opcional: true, exemplo: 'RECEPCAO', descricao: 'Quem tem este perfil.' }) papel?: Papel;
  @Email({ opcional: true, exemplo: 'ana@hospital.local', descricao: 'Este e-mail, inteiro.' })
  email?: string;
  @Logico({
    opcional: true,
    naConsulta: true,
    exemplo: true,
    descricao: 'Só quem pode entrar (true), ou só quem não pode mais (false).',
  })
  ativo?: boolean;
  @OrdemDaLista(ORDENS) ordem?: string;
}

/** Users, oldest first where no order is asked for. */
export class ListarUsuarios extends Query<Pagina<UsuarioResposta>> {
  constructor(readonly consulta: ConsultaDeUsuarios) {
    super();
  }
}

@QueryHandler(ListarUsuarios)
export class ListarUsuariosHandler implements IQueryHandler<ListarUsuarios> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarUsuarios): Promise<Pagina<UsuarioResposta>> {
    return paginar(this.leitura, {
      sql: SELECAO_DE_USUARIO,
      id: 'u.id',
      filtros: new Filtros()
        .onde(
          'EXISTS (SELECT 1 FROM usuarios_papeis f WHERE f.usuario_id = u.id AND f.papel = ?)',
          consulta.papel,
        )
        .igual('u.email', consulta.email)
        .igual('u.ativo', consulta.ativo),
      ordem: ORDENS.escolher(consulta.ordem),
      consulta,
      decodificar: decodificarUsuario,
    });
  }
}
