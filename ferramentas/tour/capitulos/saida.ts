import type { Capitulo } from '../passo.js';

/** The patient leaves, and what follows by itself. */
export const SAIDA: readonly Capitulo[] = [
  {
    titulo: 'Dar alta',
    frase:
      'O paciente melhorou e sai antes. Um comando encerra a internação, desocupa o leito e grava o ' +
      'fato, AltaConcedida, tudo ou nada.',
    passos: [
      {
        oQue: 'A alta',
        pedido: 'POST /v1/internacoes/{internacao}/alta',
        corpo: { cidSaida: 'J18.9', motivoSaida: 'ALTA_MELHORADO' },
        espera: { status: 200, data: { status: 'ENCERRADA' } },
        mostra: ['id', 'status', 'motivoSaida', 'saidaEm', 'acoes'],
      },
    ],
  },
  {
    titulo: 'A conta que aparece sozinha',
    frase:
      'Ninguém pediu a conta: uma saga durável reagiu à alta. Se o servidor fosse desligado neste ' +
      'instante, a conta apareceria quando voltasse, e uma vez só.',
    passos: [
      {
        oQue: 'O lançamento desta internação',
        pedido: 'GET /v1/financeiro/lancamentos?origem=internacao:{internacao}',
        espera: { status: 200, quantos: 1, data: [{ status: 'EMITIDO', valor: '{previa}' }] },
        insiste: true,
        mostra: ['id', 'tipo', 'status', 'valor', 'emissao', 'vencimento', 'linhas'],
      },
    ],
  },
  {
    titulo: 'Limpar o leito',
    frase:
      'Leito vago não é leito livre: antes do próximo paciente vem a limpeza. Cada mudança de estado é ' +
      'um comando, com quem, quando e por quê.',
    passos: [
      {
        oQue: 'Como o paciente deixou o leito',
        pedido: 'GET /v1/leitos/{apartamento}',
        espera: { status: 200, data: { status: 'AGUARDANDO_LIMPEZA' } },
        mostra: ['numero', 'status', 'acoes'],
        dispensa: {
          resposta: { status: 200, data: { status: 'LIVRE' } },
          porque: 'neste hospital o leito fica livre sem passar pela limpeza',
        },
      },
      {
        oQue: 'A limpeza começa',
        pedido: 'POST /v1/leitos/{apartamento}/iniciar-limpeza',
        corpo: {},
        espera: { status: 200, data: { status: 'EM_LIMPEZA' } },
        mostra: ['numero', 'status', 'acoes'],
      },
      {
        oQue: 'E termina',
        pedido: 'POST /v1/leitos/{apartamento}/concluir-limpeza',
        corpo: {},
        espera: { status: 200, data: { status: 'LIVRE' } },
        mostra: ['numero', 'status', 'acoes'],
      },
    ],
  },
  {
    titulo: 'O aviso',
    frase:
      'O leito ficou livre e a operação é avisada por e-mail, uma vez. O livro dos avisos diz o que foi ' +
      'enviado, a quem e quando; sem servidor de e-mail, a mensagem fica em /correio.',
    passos: [
      {
        oQue: 'O livro dos avisos',
        pedido: 'GET /v1/notificacoes?referencia=leito:{apartamento}',
        espera: { status: 200, quantos: 1, data: [{ tipo: 'leito-liberado', status: 'ENVIADA' }] },
        insiste: true,
        mostra: ['id', 'tipo', 'destinatario', 'status', 'tentativas', 'enviadaEm'],
      },
      {
        oQue: 'A mensagem, na caixa de correio local',
        pedido: 'GET /correio',
        espera: { status: 200, texto: 'Leito {marca}-2 livre' },
        mostra: /Leito \w+-2 livre[^<]*/,
        dispensa: {
          resposta: { status: 200 },
          porque: 'este servidor envia por SMTP: a mensagem está na caixa do destinatário',
        },
      },
    ],
  },
];
