import { Injectable } from '@nestjs/common';
import { inteiro, instante, type Linha, ouNulo, texto, travar } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { maisTarde } from '../../../plataforma/tempo/relogio.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import {
  OcupacaoDeLeitos,
  type PedidoDeAnulacao,
  type PedidoDeDesocupacao,
  type PedidoDeHistorico,
  type PedidoDeOcupacao,
  type PedidoDeRetomada,
  type PedidoDeTransferencia,
  type TrechoDeOcupacao,
} from '../contrato/ocupacao-de-leitos.js';
import type { TipoDeLeito } from '../contrato/tipos.js';
import type { Fato } from '../dominio/fato.js';
import type { Leito } from '../dominio/leito.entity.js';
import { leitoDesconhecido, mesmoLeito, semLeito } from '../dominio/recusas-de-ocupacao.js';
import { entrar, sair, voltar } from './entradas-e-saidas.js';
import { LeitosEmDia } from './leitos-em-dia.js';
import { guardarLeito, leitoDaLinha, travarLeitos } from './leitos-no-banco.js';
import {
  anularOcupacoes,
  type OcupacaoAberta,
  ocupacaoAberta,
  ocupacoesDaInternacao,
  ultimaOcupacao,
} from './ocupacoes-no-banco.js';
import { registrarTrechos } from './trechos-passados.js';

/** Occupancy over the tables `leitos` and `ocupacoes`. */
@Injectable()
export class OcupacaoDeLeitosNoBanco extends OcupacaoDeLeitos {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly politicas: PoliticasDoHospital,
    private readonly emDia: LeitosEmDia,
  ) {
    super();
  }

  override async travar(leitoId: number, internacaoId?: number): Promise<Date | null> {
    const tx = this.unidade.atual();
    const atual = internacaoId === undefined ? null : await ocupacaoAberta(tx, internacaoId);
    const leitos = await travarLeitos(tx, [atual?.leitoId ?? leitoId, leitoId]);
    const desde = [...leitos.values()].map((leito) => leito.desde).filter((instante) => instante !== null);
    const [primeiro, ...outros] = desde;
    return primeiro ? maisTarde(primeiro, ...outros) : null;
  }

  override async ocupar(pedido: PedidoDeOcupacao): Promise<void> {
    const tx = this.unidade.atual();
    const leitos = await this.emDia.travar(tx, [pedido.leitoId], pedido.agora);
    const leito = leitos.get(pedido.leitoId);
    if (!leito) throw leitoDesconhecido(pedido.leitoId);
    await entrar(tx, leito, pedido, fatoDo(pedido));
  }

  override async transferir(pedido: PedidoDeTransferencia): Promise<{ readonly deLeitoId: number }> {
    const tx = this.unidade.atual();
    const ocupacao = await ocupacaoAberta(tx, pedido.internacaoId);
    if (!ocupacao) throw semLeito(pedido.internacaoId);
    const leitos = await this.emDia.travar(tx, [ocupacao.leitoId, pedido.leitoId], pedido.agora);
    const [antigo, novo] = [leitos.get(ocupacao.leitoId), leitos.get(pedido.leitoId)];
    if (ocupacao.leitoId === pedido.leitoId) throw mesmoLeito(antigo?.numero ?? '');
    if (!antigo || !novo) throw leitoDesconhecido(pedido.leitoId);
    const fato = fatoDo(pedido);
    await this.#sair(tx, antigo, ocupacao, fato);
    await entrar(tx, novo, pedido, fato);
    return { deLeitoId: antigo.id };
  }

  override async desocupar(pedido: PedidoDeDesocupacao): Promise<{ readonly leitoId: number }> {
    const tx = this.unidade.atual();
    const { internacaoId } = pedido;
    const [linha] = await tx.consultar(
      `SELECT l.*, o.id AS ocupacao_id, o.inicio AS ocupacao_inicio
         FROM ocupacoes o JOIN leitos l ON l.id = o.leito_id WHERE o.internacao_aberta_id = ?${travar(tx.motor)}`,
      [internacaoId],
    );
    if (!linha) throw semLeito(internacaoId);
    const leito = leitoDaLinha(linha);
    const [id, inicio] = [inteiro(linha.ocupacao_id), instante(linha.ocupacao_inicio)];
    await this.emDia.porEmDia(tx, leito, pedido.agora);
    await this.#sair(tx, leito, { id, internacaoId, leitoId: leito.id, inicio }, fatoDo(pedido));
    return { leitoId: leito.id };
  }

  override async registrarPassado(pedido: PedidoDeHistorico): Promise<{ readonly setorId: number }> {
    const tx = this.unidade.atual();
    const ids = pedido.trechos.map(({ leitoId }) => leitoId);
    return registrarTrechos(tx, await this.emDia.travar(tx, ids, pedido.agora), pedido);
  }

  override async anular(pedido: PedidoDeAnulacao): Promise<{ readonly leitoId: number | null }> {
    const tx = this.unidade.atual();
    const trechos = await ocupacoesDaInternacao(tx, pedido.internacaoId);
    const ids = trechos.map(({ leitoId }) => leitoId);
    const leitos = await this.emDia.travar(tx, ids, pedido.agora);
    const fato = fatoDo(pedido);
    const aberta = trechos.find(({ fim }) => fim === null);
    if (aberta) await this.#sair(tx, leitos.get(aberta.leitoId)!, aberta, fato);
    for (const { leitoId, inicio, fim } of trechos)
      leitos.get(leitoId)!.anularEstadia({ inicio, fim: fim ?? pedido.em }, fato);
    for (const leito of leitos.values()) await guardarLeito(tx, leito);
    await anularOcupacoes(tx, pedido);
    return { leitoId: aberta?.leitoId ?? null };
  }

  override async retomar(pedido: PedidoDeRetomada): Promise<{ readonly leitoId: number }> {
    const tx = this.unidade.atual();
    const { internacaoId, pacienteId, agora } = pedido;
    const ultima = await ultimaOcupacao(tx, internacaoId);
    if (!ultima) throw semLeito(internacaoId);
    const { id: ocupacaoId, leitoId, inicio: desde, fim: saida } = ultima;
    const leito = (await this.emDia.travar(tx, [leitoId], agora)).get(leitoId);
    if (!leito) throw leitoDesconhecido(leitoId);
    const fato = fatoDo({ ...pedido, em: agora });
    await voltar(tx, leito, { internacaoId, pacienteId, desde, ocupacaoId, saida }, fato);
    return { leitoId };
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

  async #sair(tx: Transacao, leito: Leito, ocupacao: OcupacaoAberta, fato: Fato): Promise<void> {
    const { leitoExigeLimpeza } = await this.politicas.atuais();
    await sair(tx, leito, ocupacao, leitoExigeLimpeza, fato);
    await this.emDia.guardar(tx, leito, fato.agora);
  }
}

const fatoDo = ({
  em,
  agora,
  autorId,
  motivo = null,
}: Omit<Fato, 'motivo'> & { motivo?: string | null }): Fato => ({
  em,
  agora,
  autorId,
  motivo,
});

const trechoDaLinha = (linha: Linha): TrechoDeOcupacao => ({
  leitoId: inteiro(linha.leito_id),
  leitoNumero: texto(linha.numero),
  setorId: inteiro(linha.setor_id),
  tipo: texto(linha.tipo) as TipoDeLeito,
  inicio: instante(linha.inicio),
  fim: ouNulo(instante)(linha.fim),
});
