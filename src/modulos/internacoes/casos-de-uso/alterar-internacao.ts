import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { IdDe, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { VisaoClinica } from '../../../plataforma/seguranca/visao-clinica.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../../leitos/contrato/tipos.js';
import { LeituraDeMedicos } from '../../medicos/contrato/leitura-de-medicos.js';
import { Cid } from '../campo-cid.js';
import { PRIORIDADES, type Prioridade } from '../dominio/prioridade.js';
import { DiaDaEntrada } from '../persistencia/dia-da-entrada.js';
import { atualizarInternacao, travarInternacao } from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

@ExemploDoCorpo({ prioridade: 'EMERGENCIA', observacao: 'Piorou na espera.' })
export class AlteracaoDaInternacao {
  @IdDe('médico responsável', { opcional: true }) medicoId?: number;
  @IdDe('convênio; nulo volta ao do paciente', { opcional: true, nulo: true }) convenioId?: number | null;
  @Cid({ opcional: true, descricao: 'Diagnóstico de entrada.' }) cidEntrada?: string;
  @Texto({
    max: 2000,
    opcional: true,
    nulo: true,
    exemplo: 'Aguarda vaga no centro cirúrgico.',
    descricao: 'O que mais convém saber.',
  })
  observacao?: string | null;
  @Opcao(PRIORIDADES, { opcional: true, descricao: 'Só enquanto o paciente espera por um leito.' })
  prioridade?: Prioridade;
  @Opcao(TIPOS_DE_LEITO, { opcional: true, descricao: 'Só enquanto o paciente espera por um leito.' })
  tipoLeito?: TipoDeLeito;
}

/** Corrects the data of a stay that is not over; its state changes by other commands. */
export class AlterarInternacao extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: AlteracaoDaInternacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AlterarInternacao)
export class AlterarInternacaoHandler implements ICommandHandler<AlterarInternacao> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly medicos: LeituraDeMedicos,
    private readonly dia: DiaDaEntrada,
    private readonly visao: VisaoClinica,
  ) {}

  execute({ id, dados, autor }: AlterarInternacao): Promise<InternacaoResposta> {
    const { medicoId, convenioId } = dados;
    return this.unidade.executar(async (tx) => {
      const internacao = await travarInternacao(tx, id);
      await this.visao.exigir(autor, internacao.pacienteId, dados, ['cidEntrada', 'observacao']);
      const agora = this.relogio.agora();
      internacao.alterar(dados, agora);
      if (medicoId !== undefined) await this.medicos.exigirAtivo(medicoId, 'medicoId');
      if (convenioId !== undefined) await this.dia.exigirVigente(convenioId, internacao.entrada ?? agora);
      if (temMudancas(dados)) await atualizarInternacao(tx, internacao);
      return lerInternacao(this.leitura, id);
    });
  }
}
