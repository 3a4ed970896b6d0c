import {
  dadosDoTitular,
  INSTANTE,
  INTEIRO,
  TEXTO,
} from '../../../plataforma/privacidade/dados-do-titular.js';

const DAS_INTERNACOES = '(SELECT i.id FROM internacoes i WHERE i.paciente_id = ?)';
const NUMERO = ['(SELECT l.numero FROM leitos l WHERE l.id = t.leito_id)', TEXTO] as const;
const DO_LEITO = 'é do leito, e não de quem está nele';

/** What this module holds on a patient. */
export const DADOS_DOS_LEITOS = dadosDoTitular({
  partes: [
    {
      nome: 'ocupacoes',
      descricao: 'Em que leito a pessoa esteve, e quando.',
      tabela: 'ocupacoes',
      onde: `t.internacao_id IN ${DAS_INTERNACOES}`,
      campos: {
        id: INTEIRO,
        internacao_id: INTEIRO,
        leito_id: INTEIRO,
        tipo: TEXTO,
        inicio: INSTANTE,
        fim: INSTANTE,
      },
      calculados: { leitoNumero: NUMERO },
      omitidos: {
        leito_aberto_id: 'repete o leito enquanto a ocupação dura',
        internacao_aberta_id: 'repete a internação enquanto a ocupação dura',
      },
      registradoEm: 'inicio',
    },
    {
      nome: 'ocupacoesAnuladas',
      descricao: 'Ocupações que foram desfeitas, e por quê.',
      tabela: 'ocupacoes_anuladas',
      onde: `t.internacao_id IN ${DAS_INTERNACOES}`,
      campos: {
        id: INTEIRO,
        internacao_id: INTEIRO,
        leito_id: INTEIRO,
        tipo: TEXTO,
        inicio: INSTANTE,
        fim: INSTANTE,
        anulada_em: INSTANTE,
        motivo: TEXTO,
        autor_id: INTEIRO,
      },
      calculados: { leitoNumero: NUMERO },
      registradoEm: 'anulada_em',
    },
    {
      nome: 'reservasPlanejadas',
      descricao: 'Reservas de leito planejadas para a pessoa.',
      tabela: 'leitos_planos',
      onde: `t.paciente_id = ? OR t.solicitacao_id IN ${DAS_INTERNACOES}`,
      campos: {
        id: INTEIRO,
        leito_id: INTEIRO,
        acao: TEXTO,
        inicio: INSTANTE,
        ate: INSTANTE,
        motivo: TEXTO,
        solicitacao_id: INTEIRO,
        situacao: TEXTO,
        resolvido_em: INSTANTE,
        registrado_em: INSTANTE,
        autor_id: INTEIRO,
      },
      calculados: { leitoNumero: NUMERO },
      omitidos: { paciente_id: 'é a própria pessoa' },
      registradoEm: 'registrado_em',
    },
    {
      nome: 'leitosReservados',
      descricao: 'Leitos que agora estão reservados para a pessoa.',
      tabela: 'leitos',
      onde: `t.reserva_paciente_id = ? OR t.reserva_solicitacao_id IN ${DAS_INTERNACOES}`,
      campos: {
        id: INTEIRO,
        numero: TEXTO,
        tipo: TEXTO,
        reserva_solicitacao_id: INTEIRO,
        reserva_expira_em: INSTANTE,
      },
      referencia: true,
    },
  ],
  fora: { leitos_historico: DO_LEITO, leitos_bloqueios: DO_LEITO, leitos_periodos: DO_LEITO },
});
