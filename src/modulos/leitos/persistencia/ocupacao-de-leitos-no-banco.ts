import { Injectable } from '@nestjs/common';
import { inteiro, instante, type Linha, ouNulo, texto, travar } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { invalido } from '../../../plataforma/erros/erro-de-dominio.js';
import { maisTarde } from '../../../plataforma/tempo/relogio.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import {
  OcupacaoDeLeitos,
  type PedidoDeDesocupacao,
  type PedidoDeOcupacao,
  type PedidoDeTransferencia,
  type TrechoDeOcupacao,
} from '../contrato/ocupacao-de-leitos.js';
import type { TipoDeLeito } from '../contrato/tipos.js';
import type { Fato } from '../dominio/fato.js';
import type { Leito } from '../dominio/leito.entity.js';
import {
  antesDoUltimoMovimento,
  leitoIndisponivel,
  mesmoLeito,
  periodoSobreposto,
  semLeito,
} from '../dominio/recusas-de-ocupacao.js';
import { procurarChoques } from './choques.js';
import { guardarLeito, leitoDaLinha, procurarLeito } from './leitos-no-banco.js';
import { abrirOcupacao, fecharOcupacao, type OcupacaoAberta, ocupacaoAberta } from './ocupacoes-no-banco.js';

/** Occupancy over the tables `leitos` and `ocupacoes`. */
@Injectable()
export class OcupacaoDeLeitosNoBanco extends OcupacaoDeLeitos {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly politicas: PoliticasDoHospital,
  ) {
    super();
  }

  override async travar(leitoId: number, internacaoId?: number): Promise<Date | null> {
    const tx = this.unidade.atual();
    const atual = internacaoId === undefined ? null : await ocupacaoAberta(tx, internacaoId);
    const { antigo, novo } = await travarOsDois(tx, atual?.leitoId ?? leitoId, leitoId);
    const desde = [antigo?.desde, novo?.desde].filter((instante) => instante instanceof Date);
    return desde.length === 0 ? null : maisTarde(...(desde as [Date, ...Date[]]));
  }

  override async ocupar(pedido: PedidoDeOcupacao): Promise<void> {
    const tx = this.unidade.atual();
    const leito = await procurarLeito(tx, pedido.leitoId);
    await this.#entrar(tx, leito, pedido, this.#fato(pedido));
  }

  override async transferir(pedido: PedidoDeTransferencia): Promise<{ readonly deLeitoId: number }> {
    const tx = this.unidade.atual();
    const ocupacao = await ocupacaoAberta(tx, pedido.internacaoId);
    if (!ocupacao) throw semLeito(pedido.internacaoId);
    const { antigo, novo } = await travarOsDois(tx, ocupacao.leitoId, pedido.leitoId);
    if (ocupacao.leitoId === pedido.leitoId) throw mesmoLeito(antigo?.numero ?? '');
    if (!antigo || !novo) throw leitoDesconhecido(pedido.leitoId);
    const fato = this.#fato(pedido, pedido.motivo);
    await this.#sair(tx, antigo, ocupacao, fato);
    await this.#entrar(tx, novo, pedido, fato);
    return { deLeitoId: antigo.id };
  }

  override async desocupar(pedido: PedidoDeDesocupacao): Promise<{ readonly leitoId: number }> {
    const tx = this.unidade.atual();
    const [linha] = await tx.consultar(
      `SELECT l.*, o.id AS ocupacao_id, o.inicio AS ocupacao_inicio
         FROM ocupacoes o JOIN leitos l ON l.id = o.leito_id WHERE o.internacao_aberta_id = ?${travar(tx.motor)}`,
      [pedido.internacaoId],
    );
    if (!linha) throw semLeito(pedido.internacaoId);
    const leito = leitoDaLinha(linha);
    const { internacaoId } = pedido;
    const inicio = instante(linha.ocupacao_inicio);
    await this.#sair(
      tx,
      leito,
      { id: inteiro(linha.ocupacao_id), internacaoId, leitoId: leito.id, inicio },
      this.#fato(pedido),
    );
    return { leitoId: leito.id };
  }

  override async trechos(internacaoId: number): Promise<readonly TrechoDeOcupacao[]> {
    const linhas = await this.leitura.consultar(
      `SELECT o.leito_id, l.numero, l.setor_id, o.tipo, o.inicio, o.fim
         FROM ocupacoes o JOIN leitos l ON l.id = o.leito_id
        WHERE o.internacao_id = ? ORDER BY o.inicio, o.id`,
      [internacaoId],
    );
    return linhas.map(trechoDaLinha);
  }

  /** Refuses in the order that says most: the present state first, then what was recorded after `em`. */
  async #entrar(tx: Transacao, leito: Leito | null, pedido: PedidoDeOcupacao, fato: Fato): Promise<void> {
    if (!leito) throw leitoDesconhecido(pedido.leitoId);
    leito.ocupar(pedido, fato);
    const choques = await procurarChoques(tx, leito, fato.em, null);
    if (choques.ocupacao) throw periodoSobreposto(leito.numero);
    if (choques.bloqueio)
      throw leitoIndisponivel(leito.numero, 'esteve bloqueado ou em manutenção depois do instante informado');
    if (choques.desativado) throw leitoIndisponivel(leito.numero, 'estava desativado no instante informado');
    await guardarLeito(tx, leito);
    await abrirOcupacao(tx, leito, pedido.internacaoId, fato.em);
  }

  async #sair(tx: Transacao, leito: Leito, ocupacao: OcupacaoAberta, fato: Fato): Promise<void> {
    if (fato.em < ocupacao.inicio) throw antesDoUltimoMovimento(ocupacao.inicio);
    const { leitoExigeLimpeza } = await this.politicas.atuais();
    leito.desocupar(ocupacao.internacaoId, leitoExigeLimpeza, fato);
    await fecharOcupacao(tx, ocupacao, fato.em);
    await guardarLeito(tx, leito);
  }

  #fato({ em, agora, autorId }: Omit<Fato, 'motivo'>, motivo: string | null = null): Fato {
    return { em, agora, autorId, motivo };
  }
}

/** Both beds of a transfer, the lower id first, so that two crossed transfers queue up instead of locking each other out. */
async function travarOsDois(
  tx: Transacao,
  de: number,
  para: number,
): Promise<{ antigo: Leito | null; novo: Leito | null }> {
  const leitos = new Map<number, Leito | null>();
  for (const id of [...new Set([de, para])].sort((a, b) => a - b))
    leitos.set(id, await procurarLeito(tx, id));
  return { antigo: leitos.get(de) ?? null, novo: leitos.get(para) ?? null };
}

const leitoDesconhecido = (leitoId: number) =>
  invalido('LEITO.NAO_ENCONTRADO', `O leito ${leitoId} não existe.`, 'leitoId');

const trechoDaLinha = (linha: Linha): TrechoDeOcupacao => ({
  leitoId: inteiro(linha.leito_id),
  leitoNumero: texto(linha.numero),
  setorId: inteiro(linha.setor_id),
  tipo: texto(linha.tipo) as TipoDeLeito,
  inicio: instante(linha.inicio),
  fim: ouNulo(instante)(linha.fim),
});
