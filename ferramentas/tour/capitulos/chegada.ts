import type { Capitulo } from '../passo.js';

/** The patient arrives, waits, and is admitted. */
export const CHEGADA: readonly Capitulo[] = [
  {
    titulo: 'O mapa dos leitos',
    frase:
      'A primeira pergunta de todo plantão: onde há vaga? O mapa mostra cada leito do hospital, em que ' +
      'estado está e desde quando.',
    passos: [
      {
        oQue: 'O hospital inteiro',
        pedido: 'GET /v1/leitos/mapa',
        espera: { status: 200 },
        mostra: ['contagem'],
      },
    ],
  },
  {
    titulo: 'Pedir uma vaga e guardar um leito',
    frase:
      'O paciente chega e entra na fila; um leito fica guardado para ele, e para mais ninguém. Tudo isto ' +
      'foi há três dias: o que se registra depois diz quando aconteceu.',
    passos: [
      {
        oQue: 'O cadastro do paciente',
        pedido: 'POST /v1/pacientes',
        corpo: {
          nome: 'Joaquim do Tour {marca}',
          dataNascimento: '1958-03-14',
          sexo: 'M',
          convenioId: '{convenio}',
        },
        espera: { status: 201 },
        mostra: ['id', 'nome', 'convenioId'],
        guarda: { paciente: 'id' },
      },
      {
        oQue: 'A médica pede uma enfermaria, com urgência',
        pedido: 'POST /v1/internacoes/solicitacoes',
        corpo: {
          pacienteId: '{paciente}',
          medicoId: '{medica}',
          cidEntrada: 'J18.9',
          tipoLeito: 'ENFERMARIA',
          prioridade: 'URGENTE',
          solicitadaEm: '{agora-74h}',
        },
        espera: { status: 201, data: { status: 'SOLICITADA' } },
        mostra: ['id', 'status', 'cidEntrada', 'prioridade', 'acoes'],
        guarda: { internacao: 'id' },
      },
      {
        oQue: 'A fila de quem espera, por prioridade e ordem de chegada',
        pedido: 'GET /v1/internacoes/solicitacoes?pacienteId={paciente}',
        espera: { status: 200, quantos: 1, data: [{ id: '{internacao}' }] },
        mostra: ['id', 'tipoLeito', 'prioridade', 'esperaMinutos'],
      },
      {
        oQue: 'Um leito é reservado para este pedido',
        pedido: 'POST /v1/leitos/{enfermaria}/reservar',
        corpo: { solicitacaoId: '{internacao}', em: '{agora-73h}' },
        espera: { status: 200, data: { status: 'RESERVADO' } },
        mostra: ['numero', 'status', 'reservaExpiraEm', 'acoes'],
      },
    ],
  },
  {
    titulo: 'Internar',
    frase:
      'O paciente ocupa o leito guardado. O pedido vira internação sem mudar de número: é uma história ' +
      'só, do pedido à alta.',
    passos: [
      {
        oQue: 'O paciente entra no leito',
        pedido: 'POST /v1/internacoes/{internacao}/admitir',
        corpo: { leitoId: '{enfermaria}', admitidaEm: '{agora-72h}' },
        espera: { status: 200, data: { id: '{internacao}', status: 'INTERNADA', leitoId: '{enfermaria}' } },
        mostra: ['id', 'status', 'leitoId', 'admitidaEm', 'acoes'],
      },
    ],
  },
  {
    titulo: 'Dois cliques, um efeito',
    frase:
      'A rede caiu, ou alguém clicou duas vezes: o mesmo pedido chega de novo. Com a mesma ' +
      'Idempotency-Key, o segundo recebe a resposta do primeiro e nada é feito em dobro.',
    passos: [
      {
        oQue: 'O cadastro de outra paciente',
        pedido: 'POST /v1/pacientes',
        cabecalhos: { 'Idempotency-Key': 'tour-{marca}' },
        corpo: { nome: 'Rosa do Tour {marca}', dataNascimento: '1990-10-02', sexo: 'F' },
        espera: { status: 201 },
        mostra: ['id', 'nome', 'criadoEm'],
        guarda: { outra: 'id' },
      },
      {
        oQue: 'O mesmo pedido, outra vez',
        pedido: 'POST /v1/pacientes',
        cabecalhos: { 'Idempotency-Key': 'tour-{marca}' },
        corpo: { nome: 'Rosa do Tour {marca}', dataNascimento: '1990-10-02', sexo: 'F' },
        espera: { status: 201, data: { id: '{outra}' }, cabecalhos: { 'Idempotency-Replayed': 'true' } },
        mostra: ['id', 'nome', 'criadoEm'],
      },
      {
        oQue: 'Quantas há com este nome?',
        pedido: 'GET /v1/pacientes?nome=Rosa+do+Tour+{marca}',
        espera: { status: 200, quantos: 1 },
        mostra: ['id', 'nome'],
      },
    ],
  },
  {
    titulo: 'Um leito, um paciente',
    frase:
      'Alguém tenta internar a segunda paciente no leito ocupado. A regra é conferida dentro da mesma ' +
      'transação que ocuparia o leito: nem mil pedidos ao mesmo tempo a furam.',
    passos: [
      {
        oQue: 'Uma segunda internação no mesmo leito',
        pedido: 'POST /v1/internacoes',
        corpo: {
          pacienteId: '{outra}',
          medicoId: '{medica}',
          leitoId: '{enfermaria}',
          cidEntrada: 'K35.8',
        },
        espera: { status: 409, codigo: 'INTERNACAO.LEITO_OCUPADO' },
      },
    ],
  },
];
