import type { Capitulo } from '../passo.js';

/** What lies behind the story. */
export const BASTIDORES: readonly Capitulo[] = [
  {
    titulo: 'O que aconteceu, e quem reagiu',
    frase:
      'A história de cada internação fica inteira. O fato gravado com a alta (sem nome nem diagnóstico) ' +
      'tem uma entrega para cada saga que o escuta, tentada até dar certo.',
    passos: [
      {
        oQue: 'A história desta internação',
        pedido: 'GET /v1/internacoes/{internacao}/movimentacoes',
        espera: {
          status: 200,
          quantos: 5,
          data: [
            { tipo: 'SOLICITACAO' },
            { tipo: 'TRANSFERENCIA', paraLeitoId: '{apartamento}' },
            { tipo: 'ALTA' },
          ],
        },
        mostra: ['tipo', 'estadoNovo', 'em'],
      },
      {
        oQue: 'O fato',
        pedido: 'GET /v1/eventos?agregado=internacao:{internacao}&tipo=internacoes.alta-concedida',
        espera: { status: 200, quantos: 1 },
        mostra: ['id', 'tipo', 'ocorridoEm', 'dados'],
        guarda: { evento: '0.id' },
      },
      {
        oQue: 'E as suas entregas',
        pedido: 'GET /v1/entregas?eventoId={evento}',
        espera: {
          status: 200,
          data: [{ saga: 'financeiro.fechar-conta-ao-conceder-alta', status: 'CONCLUIDA' }],
        },
        mostra: ['saga', 'status', 'tentativas', 'criadaEm', 'concluidaEm'],
      },
    ],
  },
  {
    titulo: 'Duas pessoas na mesma ficha',
    frase:
      'Duas recepcionistas abriram o mesmo cadastro. A primeira grava; a segunda, que ainda via o ' +
      'antigo, é avisada em vez de apagar o trabalho da colega.',
    passos: [
      {
        oQue: 'As duas leem a ficha, e recebem o mesmo ETag',
        pedido: 'GET /v1/pacientes/{paciente}',
        espera: { status: 200 },
        mostra: ['id', 'telefone', 'versao'],
        guarda: { lida: '@ETag' },
      },
      {
        oQue: 'A primeira anota um telefone',
        pedido: 'PATCH /v1/pacientes/{paciente}',
        cabecalhos: { 'If-Match': '{lida}' },
        corpo: { telefone: '11987654321' },
        espera: { status: 200 },
        mostra: ['id', 'telefone', 'versao'],
        guarda: { haPouco: 'atualizadoEm' },
      },
      {
        oQue: 'A segunda anota outro, sobre o que leu antes',
        pedido: 'PATCH /v1/pacientes/{paciente}',
        cabecalhos: { 'If-Match': '{lida}' },
        corpo: { telefone: '11912345678' },
        espera: { status: 412, codigo: 'PLATAFORMA.VERSAO_OBSOLETA' },
      },
    ],
  },
  {
    titulo: 'O tempo que passa',
    frase:
      'Uma reserva vale por um tempo, e então o leito volta a ser de todos. Na demonstração o relógio ' +
      'anda quando se pede: meia hora passa agora.',
    passos: [
      {
        oQue: 'O leito é reservado por pouco tempo',
        pedido: 'POST /v1/leitos/{apartamento}/reservar',
        corpo: { expiraEm: '{haPouco+20min}' },
        espera: { status: 200, data: { status: 'RESERVADO' } },
        mostra: ['numero', 'status', 'reservaExpiraEm'],
      },
      {
        oQue: 'O relógio do hospital anda meia hora',
        pedido: 'POST /v1/relogio/avancar',
        corpo: { horas: 0.5 },
        espera: { status: 200 },
        mostra: ['agora'],
        dispensa: {
          resposta: { status: 404, codigo: 'PLATAFORMA.RELOGIO_FIXO' },
          porque: 'o relógio deste servidor é o da máquina, e não se adianta',
        },
      },
      {
        oQue: 'A reserva expira sozinha (o hospital olha os prazos a cada 5 segundos)',
        pedido: 'GET /v1/leitos/{apartamento}',
        espera: { status: 200, data: { status: 'LIVRE' } },
        insiste: true,
        mostra: ['numero', 'status', 'desde'],
      },
    ],
  },
  {
    titulo: 'As regras, à vista',
    frase:
      'Que estados existem e o que muda cada um são dados, não código escondido: a API os mostra, e ' +
      'desenha. E o servidor conta o que faz a quem o vigia.',
    passos: [
      {
        oQue: 'O diagrama de uma internação, em Mermaid',
        pedido: 'GET /v1/estados/internacao',
        espera: { status: 200 },
        mostra: ['maquina', 'descricao', 'mermaid'],
      },
      {
        oQue: 'As métricas, no formato do Prometheus',
        pedido: 'GET /metricas',
        espera: { status: 200, texto: 'plantao_pronta 1' },
        mostra: /^(plantao_(pronta|entregas|entrega_mais_antiga_segundos)\b|process_).*$/gm,
        dispensa: {
          resposta: { status: 403, codigo: 'PLATAFORMA.METRICAS_FECHADAS' },
          porque: 'as métricas deste servidor só se leem da máquina dele',
        },
      },
    ],
  },
];
