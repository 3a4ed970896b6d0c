import { Check, Entity, Index } from 'typeorm';
import { Centavos, DiaCivil, Id, Inteiro, Logico, Referencia, Texto } from '../../../banco/colunas.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';
import type { LinhaDaConta, TipoDeLinha } from './linha-da-conta.js';

/** A line of a charge as it is stored; prices were frozen when it was issued. */
@Entity('lancamentos_linhas')
@Index('uq_lancamentos_linhas_ordem', ['lancamentoId', 'ordem'], { unique: true })
@Check(
  'ck_lancamentos_linhas_tipo',
  "tipo IN ('DIARIA','TAXA','MATERIAL','MEDICAMENTO','PROCEDIMENTO','PACOTE')",
)
@Check('ck_lancamentos_linhas_ordem', 'ordem >= 1')
@Check('ck_lancamentos_linhas_quantidade', 'quantidade >= 1')
@Check('ck_lancamentos_linhas_preco', 'preco_unitario >= 0')
@Check('ck_lancamentos_linhas_fator', 'fator >= 1')
@Check('ck_lancamentos_linhas_valor', 'valor >= 0')
@Check(
  'ck_lancamentos_linhas_sem_preco',
  'sem_preco = 0 OR (sem_preco = 1 AND preco_unitario = 0 AND valor = 0)',
)
export class LinhaDoLancamento implements LinhaDaConta {
  @Id() id!: number;
  @Referencia('lancamento_id', 'Lancamento', 'fk_lancamentos_linhas_lancamento') lancamentoId!: number;
  @Inteiro('ordem') ordem!: number;
  @Texto('tipo', 12) tipo!: TipoDeLinha;
  @Texto('codigo', 20, { nulo: true }) codigo!: string | null;
  @Texto('descricao', 200) descricao!: string;
  @DiaCivil('data') data!: Dia;
  @Inteiro('quantidade') quantidade!: number;
  @Centavos('preco_unitario') precoUnitario!: number;
  @Inteiro('fator') fator!: number;
  @Centavos('valor') valor!: number;
  @Logico('sem_preco') semPreco!: boolean;
}
