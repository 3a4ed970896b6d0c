import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { ComandoDeLeito, ComandosDeLeito, type CursoDoComando } from '../comando-de-leito.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import { aindaVaiSer, exigirFimDepois } from '../dominio/fato.js';
import type { Destinatario } from '../dominio/movimento.js';
import { pacienteJaTemReserva } from '../dominio/recusas-de-reserva.js';
import { DestinatarioDaReserva } from '../persistencia/destinatario-da-reserva.js';
import { LeitosEmDia } from '../persistencia/leitos-em-dia.js';
import { guardarLeito, leitoReservadoPara, travarLeitos } from '../persistencia/leitos-no-banco.js';
import { planejar } from '../persistencia/planos-no-banco.js';
import type { LeitoResposta } from './obter-leito.js';

const MS_POR_HORA = 3_600_000;

/** Keeps a bed for a while, or plans to: for a patient, for a request, or for whoever is admitted to it. */
export class ReservarLeito extends ComandoDeLeito<DadosDeComando> {}

@CommandHandler(ReservarLeito)
export class ReservarLeitoHandler implements ICommandHandler<ReservarLeito> {
  constructor(
    private readonly comandos: ComandosDeLeito,
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly destinatarios: DestinatarioDaReserva,
    private readonly emDia: LeitosEmDia,
  ) {}

  execute(comando: ReservarLeito): Promise<LeitoResposta> {
    return this.unidade.executar(async (tx) => {
      const para = await this.destinatarios.travar(comando.dados, comando.autor);
      const temOutra = await this.#temOutraReserva(tx, para, comando.leitoId);
      const resposta = await this.comandos.executar(comando, async (curso) => {
        if (temOutra && !aindaVaiSer(curso.fato)) throw pacienteJaTemReserva();
        await reservar(curso, para, comando.dados.expiraEm ?? comando.dados.ate);
      });
      await this.destinatarios.confirmar(para);
      return resposta;
    });
  }

  /** Holds that other bed too, by ascending id: its reservation may have expired with nobody having looked. */
  async #temOutraReserva(tx: Transacao, { pacienteId }: Destinatario, leitoId: number): Promise<boolean> {
    const outroId = pacienteId === null ? null : await leitoReservadoPara(tx, 'paciente', pacienteId);
    if (outroId === null || outroId === leitoId) return false;
    const outro = (await travarLeitos(tx, [outroId, leitoId])).get(outroId)!;
    await this.emDia.porEmDia(tx, outro, this.relogio.agora());
    await guardarLeito(tx, outro);
    return outro.reservaPacienteId === pacienteId;
  }
}

async function reservar(
  { tx, leito, fato, politicas }: CursoDoComando,
  para: Destinatario,
  pedido: Date | undefined,
): Promise<void> {
  const { em, agora, motivo, autorId } = fato;
  const futura = aindaVaiSer(fato);
  if (para.solicitacaoId !== null) leito.exigirDeInternacao();
  const ate = pedido ?? new Date((futura ? em : agora).getTime() + politicas.reservaHoras * MS_POR_HORA);
  if (!futura) {
    leito.reservar({ ...para, expiraEm: ate }, fato);
    return;
  }
  exigirFimDepois(em, ate, 'expiraEm');
  const plano = { acao: 'reservar', inicio: em, ate, motivo, registradoEm: agora, autorId } as const;
  await planejar(tx, leito, { ...plano, ...para });
}
