import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inteiro, instanteEscrito, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { RegistroDeAuditoria } from '../../../plataforma/auditoria/registro-de-auditoria.js';
import { campo, IdDe, Instante, Inteiro, Texto } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { PAPEIS, type Papel } from '../../../plataforma/seguranca/autor.js';
import { Titulares } from '../../pacientes/contrato/titulares.js';
import { registroDa } from '../persistencia/linhas-da-auditoria.js';

export class AcessoAoPacienteResposta {
  @Inteiro({ min: 1, max: Number.MAX_SAFE_INTEGER, exemplo: 1, descricao: 'Identificador do acesso.' })
  id!: number;
  @Instante({ descricao: 'Quando.' }) em!: string;
  @IdDe('usuário', { nulo: true, descricao: 'Quem; nulo se ninguém se identificou.' })
  usuarioId!: number | null;
  @Texto({ max: 150, nulo: true, exemplo: 'Ana Souza', descricao: 'Nome de quem.' }) nome!: string | null;
  @campo(
    { exemplo: ['MEDICO'], descricao: 'Perfis que essa pessoa tem agora.' },
    { type: String, enum: [...PAPEIS], isArray: true },
  )
  papeis!: Papel[];
  @Texto({ max: 80, exemplo: 'internacoes.alta', descricao: 'O que fez, ou `ler`.' }) acao!: string;
  @Texto({ max: 60, nulo: true, exemplo: 'internacao:1', descricao: 'Com que registro.' })
  registro!: string | null;
}

const ACESSOS = `SELECT a.id, a.em, a.usuario_id, a.acao, a.registro_tipo, a.registro_id, u.nome,
       (SELECT GROUP_CONCAT(p.papel) FROM usuarios_papeis p WHERE p.usuario_id = a.usuario_id) AS papeis
  FROM auditoria a LEFT JOIN usuarios u ON u.id = a.usuario_id`;

/** Who saw or changed what is of a patient: his right to know (LGPD, art. 18; Marco Civil, art. 7º). */
export class ListarAcessosAoPaciente extends Query<Pagina<AcessoAoPacienteResposta>> {
  constructor(
    readonly pacienteId: number,
    readonly consulta: ConsultaDeLista,
  ) {
    super();
  }
}

@QueryHandler(ListarAcessosAoPaciente)
export class ListarAcessosAoPacienteHandler implements IQueryHandler<ListarAcessosAoPaciente> {
  constructor(
    private readonly leitura: Leitura,
    private readonly titulares: Titulares,
    private readonly auditoria: RegistroDeAuditoria,
  ) {}

  async execute({
    pacienteId,
    consulta,
  }: ListarAcessosAoPaciente): Promise<Pagina<AcessoAoPacienteResposta>> {
    await this.titulares.exigir(pacienteId);
    const pagina = await paginar(this.leitura, {
      sql: ACESSOS,
      id: 'a.id',
      filtros: new Filtros().igual('a.paciente_id', pacienteId),
      ordem: { coluna: 'a.em', campo: 'em', decrescente: true },
      consulta,
      decodificar: (l): AcessoAoPacienteResposta => {
        const papeis = (ouNulo(texto)(l.papeis) ?? '').split(',');
        return {
          id: inteiro(l.id),
          em: instanteEscrito(l.em),
          usuarioId: ouNulo(inteiro)(l.usuario_id),
          nome: ouNulo(texto)(l.nome),
          papeis: PAPEIS.filter((papel) => papeis.includes(papel)),
          acao: texto(l.acao),
          registro: registroDa(l),
        };
      },
    });
    await this.auditoria.anotar([
      {
        acao: 'auditoria.consultar-acessos',
        registro: { tipo: 'paciente', id: pacienteId },
        pacienteId,
        campos: [],
      },
    ]);
    return pagina;
  }
}
