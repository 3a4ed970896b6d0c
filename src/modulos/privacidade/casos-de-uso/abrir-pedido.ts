import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { ErroDeDominio, invalido } from '../../../plataforma/erros/erro-de-dominio.js';
import { IdDe, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import { AcervoDoTitular } from '../../../plataforma/privacidade/acervo-do-titular.js';
import { alcanceDe } from '../../../plataforma/seguranca/alcance.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Calendario } from '../../../plataforma/tempo/calendario.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { Titulares } from '../../pacientes/contrato/titulares.js';
import {
  type Ato,
  type NovoPedido,
  PedidoDePrivacidade,
  type TipoDePedido,
  TIPOS_DE_PEDIDO,
} from '../dominio/pedido.entity.js';
import { inserirPedido } from '../persistencia/pedidos-no-banco.js';
import { lerPedido, type PedidoResposta } from './obter-pedido.js';

@ExemploDoCorpo({ pacienteId: 1, tipo: 'CORRECAO', descricao: 'O nome da minha mãe está errado.' })
export class DadosDoPedido {
  @IdDe('paciente; obrigatório para quem pede em nome dele, e desnecessário para ele próprio', {
    opcional: true,
    exemplo: 1,
  })
  pacienteId?: number;

  @Opcao(TIPOS_DE_PEDIDO, { exemplo: 'CORRECAO', descricao: 'O que se pede (LGPD, art. 18).' })
  tipo!: TipoDePedido;

  @Texto({
    max: 2000,
    opcional: true,
    nulo: true,
    exemplo: 'O nome da minha mãe está errado.',
    descricao: 'O que mais convém saber. Só quem atende os pedidos, e a própria pessoa, leem.',
  })
  descricao?: string | null;
}

/** A person, or the reception for them, asks what the law lets one ask. To eliminate is refused at once, with the reason. */
export class AbrirPedido extends Command<PedidoResposta> {
  constructor(
    readonly dados: DadosDoPedido,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AbrirPedido)
export class AbrirPedidoHandler implements ICommandHandler<AbrirPedido> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly titulares: Titulares,
    private readonly acervo: AcervoDoTitular,
    private readonly politicas: PoliticasDoHospital,
    private readonly ambiente: Ambiente,
  ) {}

  execute({ dados: { tipo, descricao = null, ...dados }, autor }: AbrirPedido): Promise<PedidoResposta> {
    return this.unidade.executar(async (tx) => {
      const pacienteId = titularDoPedido(dados.pacienteId, autor);
      await this.titulares.exigir(pacienteId, 'pacienteId');
      const ato = { agora: this.relogio.agora(), autorId: autor.usuarioId };
      const novo = { pacienteId, tipo, descricao };
      const pedido = tipo === 'ELIMINACAO' ? await this.#recusar(novo, ato) : await this.#abrir(novo, ato);
      await inserirPedido(tx, pedido);
      return lerPedido(this.leitura, pedido.id);
    });
  }

  async #abrir(novo: NovoPedido, ato: Ato): Promise<PedidoDePrivacidade> {
    return PedidoDePrivacidade.abrir(novo, (await this.#calendario()).diaCivil(ato.agora), ato);
  }

  async #recusar(novo: NovoPedido, ato: Ato): Promise<PedidoDePrivacidade> {
    const ultimo = (await this.acervo.ultimoRegistro(novo.pacienteId)) ?? ato.agora;
    const guarda = {
      ultimoRegistro: (await this.#calendario()).diaCivil(ultimo),
      encarregado: this.ambiente.emailDaPrivacidade,
    };
    return PedidoDePrivacidade.recusarEliminacao(novo, guarda, ato);
  }

  async #calendario(): Promise<Calendario> {
    return new Calendario((await this.politicas.atuais()).fuso);
  }
}

/** Whose data it is about: one's own or, for who serves everybody, that of whom they name. */
function titularDoPedido(pacienteId: number | undefined, autor: Autor): number {
  if (alcanceDe(autor).todos) {
    if (pacienteId === undefined)
      throw invalido(
        'PRIVACIDADE.PACIENTE_OBRIGATORIO',
        'O campo "pacienteId" é obrigatório: diga em nome de quem é o pedido.',
        'pacienteId',
      );
    return pacienteId;
  }
  const proprio = autor.pacienteId ?? null;
  if (proprio === null)
    throw new ErroDeDominio(
      'proibido',
      'PRIVACIDADE.SEM_CADASTRO',
      'Seu usuário não está ligado a um cadastro de paciente. Peça à recepção que o ligue, ou que registre o pedido.',
    );
  if (pacienteId !== undefined && pacienteId !== proprio)
    // As one that does not exist: whether there is such a patient is not theirs to know.
    throw invalido('PACIENTE.NAO_ENCONTRADO', `O paciente ${pacienteId} não existe.`, 'pacienteId');
  return proprio;
}
