import type { DataSource } from 'typeorm';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { motorDe, abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { inteiro, criarTabela } from '../../src/banco/tabelas.js';
import { UnidadeDeTrabalho } from '../../src/banco/unidade-de-trabalho.js';
import type { GravadorDeAuditoria } from '../../src/plataforma/auditoria/gravador-de-auditoria.js';
import type { GravadorDeEventos } from '../../src/plataforma/eventos/gravador-de-eventos.js';
import { type BancoDeTeste, criarBancoDeTeste } from './banco-de-teste.js';

@Entity('contadores')
export class Contador {
  @PrimaryColumn({ name: 'id', type: Number }) id!: number;
  @Column({ name: 'valor', type: Number }) valor!: number;
}

class CriaContadores1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'contadores', {
      colunas: [{ name: 'id', type: 'integer', isPrimary: true }, inteiro('valor')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('contadores');
  }
}

/** The database layer alone, over one small table: no module, no event. */
export interface BancoIsolado {
  readonly fonte: DataSource;
  readonly unidade: UnidadeDeTrabalho;
  readonly banco: BancoDeTeste;
  encerrar(): Promise<void>;
}

export async function abrirBancoIsolado(variaveis: Record<string, string> = {}): Promise<BancoIsolado> {
  const banco = await criarBancoDeTeste(variaveis);
  const fonte = await abrirFonteDeDados(banco.ambiente.banco, {
    entidades: [Contador],
    migracoes: [CriaContadores1790000000001],
  });
  const semEventos = { gravar: () => Promise.resolve() } as unknown as GravadorDeEventos;
  const semAuditoria = { gravarMutacao: () => Promise.resolve() } as unknown as GravadorDeAuditoria;
  return {
    fonte,
    banco,
    unidade: new UnidadeDeTrabalho(fonte, motorDe(fonte), semEventos, semAuditoria),
    encerrar: async () => {
      await fonte.destroy();
      await banco.apagar();
    },
  };
}
