import { fimDoVinculo } from '../../modulos/cuidados/dominio/origens.js';
import { VinculoDeCuidado } from '../../modulos/cuidados/dominio/vinculo-de-cuidado.entity.js';
import { Notificacao } from '../../modulos/notificacoes/dominio/notificacao.entity.js';
import type { NovaNotificacao } from '../../modulos/notificacoes/dominio/tipos-de-notificacao.js';
import { PlanoDoLeito } from '../../modulos/leitos/dominio/plano-do-leito.entity.js';
import { maisTarde } from '../../plataforma/tempo/relogio.js';
import { VITRINE } from '../vitrine.js';
import type { Leitos } from './leitos.js';
import { BLOQUEIOS, MANUTENCOES } from './motivos.js';
import { depois, MS_POR_DIA, MS_POR_HORA, type Mundo } from './mundo.js';

/** In days from the demonstration; none on a bed of the showcase, which stays as it is. */
const PLANOS = [
  { leitoId: 20, acao: 'manutencao', motivo: MANUTENCOES[5], em: 2, dias: 0.3 },
  { leitoId: 38, acao: 'bloquear', motivo: BLOQUEIOS[2], em: 5, dias: 3 },
  { leitoId: 52, acao: 'manutencao', motivo: MANUTENCOES[0], em: 9, dias: null },
  { leitoId: 84, acao: 'bloquear', motivo: BLOQUEIOS[4], em: 12, dias: 1 },
] as const;

/** What people have asked of beds for the days to come. */
export function planejarLeitos({ acervo, agora, usuarios }: Mundo, leitos: Leitos): void {
  const outros = acervo.lote(PlanoDoLeito).linhas as PlanoDoLeito[];
  for (const { leitoId, acao, motivo, em, dias } of PLANOS) {
    const inicio = depois(agora, em * MS_POR_DIA);
    // A bed may have one plan at a time: this one was made once the others were no longer pending.
    const resolvidos = outros.filter((plano) => plano.leitoId === leitoId).map((plano) => plano.resolvidoEm);
    const registradoEm = maisTarde(depois(agora, -30 * MS_POR_HORA), ...resolvidos);
    acervo.incluir(PlanoDoLeito, {
      ...{ leitoId, acao, motivo, inicio, ate: dias === null ? null : depois(inicio, dias * MS_POR_DIA) },
      ...{ pacienteId: null, solicitacaoId: null, situacao: 'PENDENTE', resolvidoEm: null },
      ...{ registradoEm, autorId: usuarios.GESTAO },
    });
    leitos.obter(leitoId).leito.planoEm = inicio;
  }
}

/** The server of mail was away all morning: after its five attempts this notice was given up. */
export function falharAviso({ acervo }: Mundo, leitos: Leitos): void {
  const { id: leitoId, setorId, desde } = leitos.obter(VITRINE.leito.livre).leito;
  const livreDesde = desde!;
  const nova: NovaNotificacao = {
    tipo: 'leito-liberado',
    destinatario: 'operacao@hospital.local',
    referencia: `leito:${leitoId}`,
    ocorrencia: '01990000-0000-7000-8000-000000000001',
    dados: { leitoId, setorId, em: livreDesde.toISOString() },
  };
  const aviso = Notificacao.paraJa(nova, livreDesde);
  acervo.guardar(Notificacao, Object.assign(aviso, { id: VITRINE.notificacao.falhou }));
  for (let tentativa: Date | null = livreDesde; tentativa !== null;) {
    aviso.iniciarEnvio();
    tentativa = aviso.falhar({ definitiva: false, codigo: 'SEM_CONEXAO' }, tentativa, () => 0.5);
    // One version to begin the attempt, one to tell how it went.
    aviso.versao += 2;
  }
}

/** The day before the doctor could not wait, and looked at somebody who is not under his care: the review is due. */
export function abrirAcessoDeEmergencia(mundo: Mundo): void {
  const desde = mundo.horasAtras(26);
  const ate = fimDoVinculo('EMERGENCIA', desde);
  const acesso = Object.assign(new VinculoDeCuidado(), {
    ...{ id: VITRINE.acessoDeEmergencia.semRevisao, origem: 'EMERGENCIA' as const, desde, ate },
    ...{ usuarioId: mundo.usuarios.MEDICO, pacienteId: VITRINE.paciente.outroLivre },
    motivo: 'Chegou desacordado ao pronto-socorro; preciso das alergias.',
    ...{ encerradoEm: null, revisadoEm: null, revisorId: null, parecer: null, observacaoDaRevisao: null },
  });
  mundo.acervo.guardar(VinculoDeCuidado, acesso);
}
