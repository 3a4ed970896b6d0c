import { Injectable } from '@nestjs/common';
import { Command } from '@nestjs/cqrs';
import { Leitura } from '../../banco/leitura.js';
import type { Transacao } from '../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../plataforma/tempo/relogio.js';
import { type Politicas, PoliticasDoHospital } from '../hospital/contrato/politicas-do-hospital.js';
import { type LeitoResposta, lerLeito } from './casos-de-uso/obter-leito.js';
import { type DadosDoFato, type Fato, fatoDe } from './dominio/fato.js';
import type { Leito } from './dominio/leito.entity.js';
import { LeitosEmDia } from './persistencia/leitos-em-dia.js';
import { travarLeito } from './persistencia/leitos-no-banco.js';

/** What somebody does to one bed through `/v1/leitos/{id}/{comando}`. */
export abstract class ComandoDeLeito<Dados extends DadosDoFato> extends Command<LeitoResposta> {
  constructor(
    readonly leitoId: number,
    readonly dados: Dados,
    readonly autor: Autor,
  ) {
    super();
  }
}

/** The held bed, and the fact that the command tells of it. */
export interface CursoDoComando {
  readonly tx: Transacao;
  readonly leito: Leito;
  readonly fato: Fato;
  readonly politicas: Politicas;
}

/** How every command on one bed runs: only what it does to the bed is its own. */
@Injectable()
export class ComandosDeLeito {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly politicas: PoliticasDoHospital,
    private readonly emDia: LeitosEmDia,
  ) {}

  /**
   * In one unit of work, or in the one in course: holds the bed, does what time has already done to it, then `agir`,
   * stores it, with what was planned and it can now take, and answers it. Refuses an unknown bed (404
   * `LEITO.NAO_ENCONTRADO`).
   */
  executar(
    { leitoId, dados, autor }: ComandoDeLeito<DadosDoFato>,
    agir: (curso: CursoDoComando) => void | Promise<void>,
  ): Promise<LeitoResposta> {
    return this.unidade.executar(async (tx) => {
      const leito = await travarLeito(tx, leitoId);
      const politicas = await this.politicas.atuais();
      const agora = maisTarde(this.relogio.agora(), leito.desde);
      await this.emDia.porEmDia(tx, leito, agora);
      await agir({ tx, leito, fato: fatoDe(dados, autor, agora), politicas });
      await this.emDia.guardar(tx, leito, agora);
      return lerLeito(this.leitura, leitoId);
    });
  }
}
