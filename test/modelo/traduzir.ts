import type { ICommand } from '@nestjs/cqrs';
import { AdmitirPaciente } from '../../src/modulos/internacoes/casos-de-uso/admitir-paciente.js';
import { CancelarInternacao } from '../../src/modulos/internacoes/casos-de-uso/cancelar-internacao.js';
import { CancelarPrevisao } from '../../src/modulos/internacoes/casos-de-uso/cancelar-previsao.js';
import { ConcederAlta } from '../../src/modulos/internacoes/casos-de-uso/conceder-alta.js';
import { DarAltaClinica } from '../../src/modulos/internacoes/casos-de-uso/dar-alta-clinica.js';
import { InternarPaciente } from '../../src/modulos/internacoes/casos-de-uso/internar-paciente.js';
import { PreverAlta } from '../../src/modulos/internacoes/casos-de-uso/prever-alta.js';
import { ReabrirInternacao } from '../../src/modulos/internacoes/casos-de-uso/reabrir-internacao.js';
import { RecusarSolicitacao } from '../../src/modulos/internacoes/casos-de-uso/recusar-solicitacao.js';
import { RegistrarEstadiaPassada } from '../../src/modulos/internacoes/casos-de-uso/registrar-estadia-passada.js';
import { RegistrarSaida } from '../../src/modulos/internacoes/casos-de-uso/registrar-saida.js';
import { SolicitarInternacao } from '../../src/modulos/internacoes/casos-de-uso/solicitar-internacao.js';
import { TransferirPaciente } from '../../src/modulos/internacoes/casos-de-uso/transferir-paciente.js';
import { BloquearLeito } from '../../src/modulos/leitos/casos-de-uso/bloquear-leito.js';
import { CancelarReserva } from '../../src/modulos/leitos/casos-de-uso/cancelar-reserva.js';
import { ConcluirLimpeza } from '../../src/modulos/leitos/casos-de-uso/concluir-limpeza.js';
import { ConcluirManutencao } from '../../src/modulos/leitos/casos-de-uso/concluir-manutencao.js';
import { DesativarLeito } from '../../src/modulos/leitos/casos-de-uso/desativar-leito.js';
import { DesbloquearLeito } from '../../src/modulos/leitos/casos-de-uso/desbloquear-leito.js';
import { IniciarLimpeza } from '../../src/modulos/leitos/casos-de-uso/iniciar-limpeza.js';
import { PorEmManutencao } from '../../src/modulos/leitos/casos-de-uso/por-em-manutencao.js';
import { ReativarLeito } from '../../src/modulos/leitos/casos-de-uso/reativar-leito.js';
import { ReservarLeito } from '../../src/modulos/leitos/casos-de-uso/reservar-leito.js';
import { GESTORA } from '../apoio/cenario-de-leitos.js';
import type { AcaoSimples, Comando } from './comandos.js';

/** Who and what the numbers of a command stand for. */
export interface Elenco {
  readonly medicoId: number;
  leito(leito: number): number;
  paciente(paciente: number): number;
  estadia(estadia: number): number;
  /** So many hours from now. */
  hora(horas: number): Date;
}

const SIMPLES: Record<AcaoSimples, new (id: number, dados: object, autor: typeof GESTORA) => ICommand> = {
  'cancelar-reserva': CancelarReserva,
  'iniciar-limpeza': IniciarLimpeza,
  'concluir-limpeza': ConcluirLimpeza,
  desbloquear: DesbloquearLeito,
  'concluir-manutencao': ConcluirManutencao,
  desativar: DesativarLeito,
  reativar: ReativarLeito,
};

const MOTIVO = { motivo: 'Dizem que sim.' };
const motivoSaida = (corte: boolean) => (corte ? 'PERMANENCIA' : 'ALTA_CURADO');

/** The command of the product that does it; null for what is no command. */
export function traduzir(c: Comando, elenco: Elenco): ICommand | null {
  const se = <N extends string>(nome: N, horas: number | null) =>
    (horas === null ? {} : { [nome]: elenco.hora(horas) }) as { [K in N]?: Date };
  const { medicoId } = elenco;
  const admissao = { medicoId, cidEntrada: 'J189' };
  switch (c.acao) {
    case 'esperar':
    case 'rodar-tarefas':
    case 'reagir-aos-eventos':
      return null;
    case 'reservar': {
      const paraQuem = c.para === null ? {} : { pacienteId: elenco.paciente(c.para) };
      const dados = { ...paraQuem, ...se('em', c.em), ...se('expiraEm', c.expira) };
      return new ReservarLeito(elenco.leito(c.leito), dados, GESTORA);
    }
    case 'reservar-para-pedido': {
      const dados = { solicitacaoId: elenco.estadia(c.estadia), ...se('em', c.em) };
      return new ReservarLeito(elenco.leito(c.leito), dados, GESTORA);
    }
    case 'bloquear':
    case 'manutencao': {
      const dados = { ...MOTIVO, ...se('em', c.em), ...se('ate', c.ate) };
      const Classe = c.acao === 'bloquear' ? BloquearLeito : PorEmManutencao;
      return new Classe(elenco.leito(c.leito), dados, GESTORA);
    }
    case 'solicitar': {
      const pedido = { ...admissao, tipoLeito: 'ENFERMARIA' as const, ...se('solicitadaEm', c.em) };
      return new SolicitarInternacao({ ...pedido, pacienteId: elenco.paciente(c.paciente) }, GESTORA);
    }
    case 'internar': {
      const quem = { pacienteId: elenco.paciente(c.paciente), leitoId: elenco.leito(c.leito) };
      return new InternarPaciente({ ...admissao, ...quem, ...se('admitidaEm', c.em) }, GESTORA);
    }
    case 'registrar-passado':
      return estadiaPassada(c, elenco, admissao);
    case 'admitir': {
      const dados = { leitoId: elenco.leito(c.leito), ...se('admitidaEm', c.em) };
      return new AdmitirPaciente(elenco.estadia(c.estadia), dados, GESTORA);
    }
    case 'transferir': {
      const dados = { leitoId: elenco.leito(c.leito), ...MOTIVO, ...se('em', c.em) };
      return new TransferirPaciente(elenco.estadia(c.estadia), dados, GESTORA);
    }
    case 'alta':
    case 'alta-clinica': {
      const dados = { cidSaida: 'J189', motivoSaida: motivoSaida(c.corte), ...se('em', c.em) } as const;
      const Classe = c.acao === 'alta' ? ConcederAlta : DarAltaClinica;
      return new Classe(elenco.estadia(c.estadia), dados, GESTORA);
    }
    case 'saida':
      return new RegistrarSaida(elenco.estadia(c.estadia), se('em', c.em), GESTORA);
    case 'prever-alta':
      return new PreverAlta(elenco.estadia(c.estadia), { para: elenco.hora(c.para) }, GESTORA);
    case 'cancelar-previsao':
      return new CancelarPrevisao(elenco.estadia(c.estadia), {}, GESTORA);
    case 'recusar':
      return new RecusarSolicitacao(elenco.estadia(c.estadia), MOTIVO, GESTORA);
    case 'cancelar':
      return new CancelarInternacao(elenco.estadia(c.estadia), MOTIVO, GESTORA);
    case 'reabrir':
      return new ReabrirInternacao(elenco.estadia(c.estadia), MOTIVO, GESTORA);
    default:
      return new SIMPLES[c.acao](elenco.leito(c.leito), { ...MOTIVO, ...se('em', c.em) }, GESTORA);
  }
}

function estadiaPassada(
  { paciente, em, trechos }: Extract<Comando, { acao: 'registrar-passado' }>,
  elenco: Elenco,
  admissao: { medicoId: number; cidEntrada: string },
): ICommand {
  const horas = [em];
  for (const trecho of trechos) horas.push(horas.at(-1)! + trecho.horas);
  const [primeiro, ...seguintes] = trechos;
  return new RegistrarEstadiaPassada(
    {
      ...admissao,
      pacienteId: elenco.paciente(paciente),
      leitoId: elenco.leito(primeiro!.leito),
      admitidaEm: elenco.hora(em),
      transferencias: seguintes.map(({ leito }, n) => ({
        ...MOTIVO,
        leitoId: elenco.leito(leito),
        em: elenco.hora(horas[n + 1]!),
      })),
      alta: { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO', em: elenco.hora(horas.at(-1)!) },
    },
    GESTORA,
  );
}
