import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Logico, Referencia, Texto } from '../../../banco/colunas.js';
import { normalizarParaBusca } from '../../../plataforma/identificadores/nome.js';
import { type Marcas, marcasDeAlteracao, marcasDeCriacao } from '../../../plataforma/registros/marcas.js';
import { INATIVACAO_COERENTE } from '../../../plataforma/registros/verificacoes.js';

/** A field of practice. */
@Entity('especialidades')
@Index('uq_especialidades_nome', ['nomeBusca'], { unique: true })
@Index('ix_especialidades_ativo', ['ativo', 'nomeBusca'])
@Index('ix_especialidades_criacao', ['criadoEm', 'id'])
@Check('ck_especialidades_inativacao', INATIVACAO_COERENTE)
export class Especialidade implements Marcas {
  @Id() id!: number;
  @Texto('nome', 80) nome!: string;
  @Texto('nome_busca', 80) nomeBusca!: string;
  @Logico('ativo') ativo!: boolean;
  @Instante('inativado_em', { nulo: true }) inativadoEm!: Date | null;
  @Texto('motivo_inativacao', 300, { nulo: true }) motivoInativacao!: string | null;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('versao') versao!: number;

  static cadastrar(nome: string, agora: Date): Especialidade {
    return Object.assign(
      new Especialidade(),
      { nome, nomeBusca: normalizarParaBusca(nome) },
      marcasDeCriacao(agora),
    );
  }

  renomear(nome: string, agora: Date): void {
    Object.assign(this, { nome, nomeBusca: normalizarParaBusca(nome) }, marcasDeAlteracao(this, agora));
  }
}

/** Who practises what. */
@Entity('medicos_especialidades')
@Index('uq_medicos_especialidades', ['medicoId', 'especialidadeId'], { unique: true })
@Index('ix_medicos_especialidades_especialidade', ['especialidadeId', 'medicoId'])
export class EspecialidadeDoMedico {
  @Id() id!: number;
  @Referencia('medico_id', 'Medico', 'fk_medicos_especialidades_medico') medicoId!: number;
  @Referencia('especialidade_id', 'Especialidade', 'fk_medicos_especialidades_especialidade')
  especialidadeId!: number;
}
