import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { inteiro, travar } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito, type ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { IdDe, Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { AcessoDeEmergenciaAberto } from '../contrato/eventos.js';
import { fimDoVinculo } from '../dominio/origens.js';
import { type AcessoDeEmergenciaResposta, lerAcesso } from '../persistencia/acessos-de-emergencia.js';

/** As many as somebody may open in a day that nobody has reviewed. */
const MAXIMO_SEM_REVISAO = 10;
const DIA_MS = 86_400_000;

export class DadosDoAcessoDeEmergencia {
  @IdDe('paciente') pacienteId!: number;
  @Texto({
    min: 10,
    max: 500,
    exemplo: 'Parada cardíaca no corredor; preciso das alergias.',
    descricao: 'Por que não dá para esperar. Será lido na revisão.',
  })
  motivo!: string;
}

/**
 * For 60 minutes the patient is under the author's care, whatever the rest says. It is told to the privacy officer at
 * once, and somebody else must review it.
 */
export class AbrirAcessoDeEmergencia extends Command<AcessoDeEmergenciaResposta> {
  constructor(
    readonly dados: DadosDoAcessoDeEmergencia,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AbrirAcessoDeEmergencia)
export class AbrirAcessoDeEmergenciaHandler implements ICommandHandler<AbrirAcessoDeEmergencia> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly pacientes: PacientesDaInternacao,
  ) {}

  execute({
    dados: { pacienteId, motivo },
    autor,
  }: AbrirAcessoDeEmergencia): Promise<AcessoDeEmergenciaResposta> {
    const usuarioId = autor.usuarioId!;
    return this.unidade.executar(async (tx) => {
      await this.pacientes.travar(pacienteId);
      // One at a time for each person, so that the count holds.
      await tx.consultar(`SELECT id FROM usuarios WHERE id = ?${travar(tx.motor)}`, [usuarioId]);
      const desde = this.relogio.agora();
      await exigirNenhumAberto(tx, usuarioId, pacienteId, desde);
      await exigirAbaixoDoLimite(tx, usuarioId, desde);
      const ate = fimDoVinculo('EMERGENCIA', desde);
      const id = await tx.inserir(
        'INSERT INTO vinculos_de_cuidado (usuario_id, paciente_id, origem, motivo, desde, ate) VALUES (?, ?, ?, ?, ?, ?)',
        [usuarioId, pacienteId, 'EMERGENCIA', motivo, desde, ate],
      );
      tx.registrar(
        new AcessoDeEmergenciaAberto(
          { tipo: 'acesso-de-emergencia', id, versao: 1 },
          { acessoId: id, usuarioId, pacienteId, em: desde.toISOString(), ate: ate.toISOString() },
        ),
      );
      return lerAcesso(this.leitura, id, autor);
    });
  }
}

async function exigirNenhumAberto(
  tx: Transacao,
  usuarioId: number,
  pacienteId: number,
  agora: Date,
): Promise<void> {
  const [aberto] = await tx.consultar(
    `SELECT id FROM vinculos_de_cuidado
      WHERE usuario_id = ? AND paciente_id = ? AND origem = 'EMERGENCIA' AND ate > ? LIMIT 1`,
    [usuarioId, pacienteId, agora],
  );
  if (aberto) throw jaAberto(inteiro(aberto.id));
}

async function exigirAbaixoDoLimite(tx: Transacao, usuarioId: number, agora: Date): Promise<void> {
  const [linha] = await tx.consultar(
    `SELECT COUNT(*) AS abertos FROM vinculos_de_cuidado
      WHERE usuario_id = ? AND origem = 'EMERGENCIA' AND desde > ? AND revisado_em IS NULL`,
    [usuarioId, new Date(agora.getTime() - DIA_MS)],
  );
  if (inteiro(linha!.abertos) >= MAXIMO_SEM_REVISAO) throw semRevisao();
}

const jaAberto = (id: number): ErroDeDominio =>
  conflito(
    'ACESSO_DE_EMERGENCIA.JA_ABERTO',
    `O acesso de emergência ${id} ao registro deste paciente ainda vale.`,
    'pacienteId',
  );

const semRevisao = (): ErroDeDominio =>
  conflito(
    'ACESSO_DE_EMERGENCIA.SEM_REVISAO',
    `Você abriu ${MAXIMO_SEM_REVISAO} acessos de emergência nas últimas 24 horas que ninguém revisou. Peça a revisão deles a quem audita.`,
  );
