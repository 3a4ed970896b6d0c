import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Linha } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { campo, Dia, IdDe, Instante, Inteiro, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { CamposClinicosDe, Clinico } from '../../../plataforma/http/clinico.js';
import type { Dia as DiaDoCalendario } from '../../../plataforma/tempo/calendario.js';
import {
  type AcaoDoPedido,
  ESTADOS_DO_PEDIDO,
  STATUS_DO_PEDIDO,
  type StatusDoPedido,
} from '../dominio/estados-do-pedido.js';
import { type TipoDePedido, TIPOS_DE_PEDIDO } from '../dominio/pedido.entity.js';
import { camposDoPedido, pedidoNaoEncontrado } from '../persistencia/pedidos-no-banco.js';

/** What people wrote may tell anything; the reception reads it of what it answers (`exigirQuemResponde`). */
const PALAVRAS = { tambem: ['RECEPCAO'], onde: ['tipo', 'CORRECAO'] } as const;

@CamposClinicosDe({ tipo: 'pedido-de-privacidade', id: 'id', paciente: 'pacienteId' })
export class PedidoResposta {
  @IdDe('pedido') id!: number;
  @IdDe('paciente a quem os dados se referem') pacienteId!: number;
  @Opcao(TIPOS_DE_PEDIDO, { exemplo: 'CORRECAO', descricao: 'O que se pede (LGPD, art. 18).' })
  tipo!: TipoDePedido;
  @Opcao(STATUS_DO_PEDIDO, { descricao: 'Em que pé está.' }) status!: StatusDoPedido;
  @Clinico(PALAVRAS)
  @Texto({
    max: 2000,
    nulo: true,
    exemplo: 'O nome da minha mãe está errado.',
    descricao: 'Nas palavras da pessoa.',
  })
  descricao!: string | null;
  @Instante({ descricao: 'Quando foi feito.' }) abertoEm!: Date;
  @IdDe('usuário que o registrou', { nulo: true }) abertoPor!: number | null;
  @Dia({
    nulo: true,
    exemplo: '2026-06-16',
    descricao: 'Último dia para a resposta; nulo no que se respondeu na hora.',
  })
  prazo!: DiaDoCalendario | null;
  @Instante({ nulo: true, descricao: 'Quando foi respondido.' }) respondidoEm!: Date | null;
  @IdDe('usuário que respondeu; nulo quando foi a lei', { nulo: true, exemplo: null })
  respondidoPor!: number | null;
  @Clinico(PALAVRAS)
  @Texto({ max: 4000, nulo: true, exemplo: null, descricao: 'O que se respondeu, se foi atendido.' })
  resposta!: string | null;
  @Texto({ max: 2000, nulo: true, exemplo: null, descricao: 'Por que foi recusado, se foi.' })
  fundamento!: string | null;
  @Dia({
    nulo: true,
    exemplo: null,
    descricao: 'Até quando a lei manda guardar o que se pediu para eliminar.',
  })
  guardaAte!: DiaDoCalendario | null;
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Muda a cada alteração.' }) versao!: number;
  @campo(
    { exemplo: ['atender', 'recusar'], descricao: 'O que se pode fazer agora.' },
    { type: String, isArray: true },
  )
  acoes!: readonly AcaoDoPedido[];
}

export const SELECIONAR_PEDIDOS = 'SELECT p.* FROM pedidos_de_privacidade p';

/** One request and its answer. */
export class ObterPedido extends Query<PedidoResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterPedido)
export class ObterPedidoHandler implements IQueryHandler<ObterPedido> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterPedido): Promise<PedidoResposta> {
    return lerPedido(this.leitura, id);
  }
}

export async function lerPedido(leitura: Leitura, id: number): Promise<PedidoResposta> {
  const linha = await leitura.obter(`${SELECIONAR_PEDIDOS} WHERE p.id = ?`, [id]);
  if (!linha) throw pedidoNaoEncontrado(id);
  return pedidoResposta(linha);
}

export function pedidoResposta(linha: Linha): PedidoResposta {
  const campos = camposDoPedido(linha);
  return { ...campos, acoes: ESTADOS_DO_PEDIDO.acoesDe(campos.status) };
}
