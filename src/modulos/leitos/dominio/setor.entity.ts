import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Logico, Texto } from '../../../banco/colunas.js';
import { normalizarParaBusca } from '../../../plataforma/identificadores/nome.js';
import { type Marcas, marcasDeAlteracao, marcasDeCriacao } from '../../../plataforma/registros/marcas.js';
import { semIndefinidos } from '../../../plataforma/registros/mudancas.js';
import { entre, INATIVACAO_COERENTE } from '../../../plataforma/registros/verificacoes.js';

/** Lowest basement to highest floor, with room to spare. */
export const ANDARES = { min: -20, max: 200 } as const;
export const CAPACIDADES = { min: 0, max: 10_000 } as const;

/** A null clears what is optional. */
export interface CadastroDeSetor {
  nome: string;
  andar?: number | null;
  /** How many beds it is meant to have; informative. */
  capacidade?: number | null;
  responsavel?: string | null;
}

/** A ward: the beds that share a floor, a team and a census. */
@Entity('setores')
@Index('ix_setores_nome', ['nomeBusca', 'id'])
@Index('ix_setores_ativo', ['ativo', 'nomeBusca'])
@Index('ix_setores_criacao', ['criadoEm', 'id'])
@Check('ck_setores_andar', entre('andar', ANDARES))
@Check('ck_setores_capacidade', entre('capacidade', CAPACIDADES))
@Check('ck_setores_inativacao', INATIVACAO_COERENTE)
export class Setor implements Marcas {
  @Id() id!: number;
  @Texto('nome', 120) nome!: string;
  /** For search and order; two setores may have the same name. */
  @Texto('nome_busca', 120) nomeBusca!: string;
  @Inteiro('andar', { nulo: true }) andar!: number | null;
  @Inteiro('capacidade', { nulo: true }) capacidade!: number | null;
  @Texto('responsavel', 120, { nulo: true }) responsavel!: string | null;
  @Logico('ativo') ativo!: boolean;
  @Instante('inativado_em', { nulo: true }) inativadoEm!: Date | null;
  @Texto('motivo_inativacao', 300, { nulo: true }) motivoInativacao!: string | null;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('versao') versao!: number;

  static cadastrar(cadastro: CadastroDeSetor, agora: Date): Setor {
    const vazio = { andar: null, capacidade: null, responsavel: null };
    const setor = Object.assign(new Setor(), vazio, marcasDeCriacao(agora));
    setor.#preencher(cadastro);
    return setor;
  }

  alterar(mudancas: Partial<CadastroDeSetor>, agora: Date): void {
    this.#preencher(mudancas);
    Object.assign(this, marcasDeAlteracao(this, agora));
  }

  #preencher(campos: Partial<CadastroDeSetor>): void {
    Object.assign(this, semIndefinidos(campos));
    this.nomeBusca = normalizarParaBusca(this.nome);
  }
}
