import type { Lote } from '../../banco/carga-em-massa.js';
import { AcessoDeDemonstracao } from '../../modulos/acesso/dominio/acesso-de-demonstracao.entity.js';
import { SetorDoUsuario } from '../../modulos/acesso/dominio/setor-do-usuario.entity.js';
import { PapelDoUsuario, Usuario } from '../../modulos/acesso/dominio/usuario.entity.js';
import { Convenio, DiariaDoConvenio } from '../../modulos/convenios/dominio/convenio.entity.js';
import { Conta } from '../../modulos/financeiro/dominio/conta.entity.js';
import { HistoricoDoLancamento } from '../../modulos/financeiro/dominio/historico-do-lancamento.entity.js';
import { Lancamento } from '../../modulos/financeiro/dominio/lancamento.entity.js';
import { LinhaDoLancamento } from '../../modulos/financeiro/dominio/linha-do-lancamento.entity.js';
import {
  DiariaDoHospital,
  Hospital,
  ID_DO_HOSPITAL,
  type PoliticasDoAmbiente,
} from '../../modulos/hospital/dominio/hospital.entity.js';
import { Internacao } from '../../modulos/internacoes/dominio/internacao.entity.js';
import { Movimentacao } from '../../modulos/internacoes/dominio/movimentacao.entity.js';
import type { TipoDeLeito } from '../../modulos/leitos/contrato/tipos.js';
import { BloqueioDoLeito } from '../../modulos/leitos/dominio/bloqueio-do-leito.entity.js';
import { HistoricoDoLeito } from '../../modulos/leitos/dominio/historico-do-leito.entity.js';
import { Leito } from '../../modulos/leitos/dominio/leito.entity.js';
import { OcupacaoAnulada } from '../../modulos/leitos/dominio/ocupacao-anulada.entity.js';
import { Ocupacao } from '../../modulos/leitos/dominio/ocupacao.entity.js';
import { PeriodoDoLeito } from '../../modulos/leitos/dominio/periodo-do-leito.entity.js';
import { PlanoDoLeito } from '../../modulos/leitos/dominio/plano-do-leito.entity.js';
import { Setor } from '../../modulos/leitos/dominio/setor.entity.js';
import { Especialidade, EspecialidadeDoMedico } from '../../modulos/medicos/dominio/especialidade.entity.js';
import { Medico, RegistroDoMedico } from '../../modulos/medicos/dominio/medico.entity.js';
import { Notificacao } from '../../modulos/notificacoes/dominio/notificacao.entity.js';
import { Endereco } from '../../modulos/pacientes/dominio/endereco.entity.js';
import { AlergiaDoPaciente, Paciente } from '../../modulos/pacientes/dominio/paciente.entity.js';
import { VinculoDeCuidado } from '../../modulos/cuidados/dominio/vinculo-de-cuidado.entity.js';
import { DIARIAS_PARTICULAR } from './convenios.js';
import { DIAS_DE_VIDA, Mundo } from './mundo.js';
import { SETORES } from './setores.js';
import { simular } from './simulacao.js';

export interface PedidoDeDemonstracao {
  /** When it was created: everything has happened by then. */
  readonly agora: Date;
  /** Of the password that all its logins share. */
  readonly senhaHash: string;
  /** The address of an administrator of the configuration, which no login of the demonstration takes. */
  readonly adminEmail: string | null;
  /** What the environment chose. */
  readonly hospital: PoliticasDoAmbiente;
  /** For how long it has been open; at least five months, which the showcase looks back on. */
  readonly dias?: number;
}

/** In an order that the foreign keys allow. */
const TABELAS = [
  ...[Hospital, DiariaDoHospital, Convenio, DiariaDoConvenio],
  ...[Especialidade, Medico, RegistroDoMedico, EspecialidadeDoMedico],
  ...[Paciente, AlergiaDoPaciente, Endereco, Usuario, PapelDoUsuario, AcessoDeDemonstracao],
  ...[
    Setor,
    SetorDoUsuario,
    Internacao,
    Leito,
    PeriodoDoLeito,
    HistoricoDoLeito,
    BloqueioDoLeito,
    PlanoDoLeito,
  ],
  ...[Ocupacao, OcupacaoAnulada, Movimentacao],
  ...[Conta, Lancamento, LinhaDoLancamento, HistoricoDoLancamento, Notificacao, VinculoDeCuidado],
] as const;

/**
 * Every row of a made-up hospital that has lived two years up to `agora`, as the product would have written it, in an
 * order that the foreign keys allow. The same arguments give the same rows. Every user in it is in
 * `demonstracao_acessos` too: their password is known, so they enter from this machine only. `aoAvancar` is told now
 * and then how much of it is done, from 0 to 1.
 */
export function hospitalDeDemonstracao(
  { agora, hospital: doAmbiente, dias = DIAS_DE_VIDA, senhaHash, adminEmail }: PedidoDeDemonstracao,
  aoAvancar: (parte: number) => void = () => undefined,
): Lote[] {
  const politicas = { ...Hospital.inicial(doAmbiente, agora), diariasParticular: DIARIAS_PARTICULAR };
  const mundo = new Mundo(agora, politicas, dias, adminEmail);
  const { acervo, inauguracao } = mundo;
  acervo.guardar(Hospital, Hospital.inicial(doAmbiente, inauguracao));
  for (const [tipoLeito, valor] of Object.entries(DIARIAS_PARTICULAR) as [TipoDeLeito, number][])
    acervo.incluir(DiariaDoHospital, { hospitalId: ID_DO_HOSPITAL, tipoLeito, valor });
  for (const { nome, andar, responsavel, fileiras } of SETORES) {
    const capacidade = fileiras.reduce(
      (soma, { quantos, instalado = true }) => soma + (instalado ? quantos : 0),
      0,
    );
    const setor = Setor.cadastrar({ nome, andar, capacidade, responsavel }, inauguracao);
    acervo.guardar(Setor, Object.assign(setor, { id: acervo.novoId(Setor) }));
  }
  simular(mundo, senhaHash, aoAvancar);
  return TABELAS.map((entidade) => acervo.lote(entidade));
}
