import type { Capitulo } from '../passo.js';

/** The stay, in course. */
export const INTERNACAO: readonly Capitulo[] = [
  {
    titulo: 'Transferir',
    frase:
      'O paciente pede um apartamento. Um período se fecha e o outro se abre na mesma transação: ele não ' +
      'fica um instante sem leito, nem em dois.',
    passos: [
      {
        oQue: 'Da enfermaria para o apartamento',
        pedido: 'POST /v1/internacoes/{internacao}/transferir',
        corpo: { leitoId: '{apartamento}', motivo: 'Pediu um quarto individual.', em: '{agora-24h}' },
        espera: { status: 200, data: { status: 'INTERNADA', leitoId: '{apartamento}' } },
        mostra: ['id', 'status', 'leitoId'],
      },
      {
        oQue: 'O leito que ficou para trás',
        pedido: 'GET /v1/leitos/{enfermaria}',
        espera: { status: 200 },
        mostra: ['numero', 'status', 'desde', 'acoes'],
      },
    ],
  },
  {
    titulo: 'Quanto deu até agora?',
    frase:
      'A prévia da conta de quem ainda está internado sai da mesma função que fará a conta final: cada ' +
      'diária com o preço do leito em que o dia terminou.',
    passos: [
      {
        oQue: 'A prévia da conta',
        pedido: 'GET /v1/financeiro/contas/previa?internacaoId={internacao}',
        espera: { status: 200, data: { status: 'ABERTA', convenioId: '{convenio}', semPreco: false } },
        mostra: ['status', 'valor', 'vencimentoPrevisto', 'linhas'],
        guarda: { previa: 'valor' },
      },
    ],
  },
  {
    titulo: 'Prever a alta',
    frase:
      'A médica avisa que amanhã o paciente deve sair. É só uma previsão, que se desfaz; mas já diz à ' +
      'equipe que leito vai vagar.',
    passos: [
      {
        oQue: 'Alta prevista para daqui a um dia',
        pedido: 'POST /v1/internacoes/{internacao}/prever-alta',
        corpo: { para: '{agora+24h}' },
        espera: { status: 200, data: { status: 'ALTA_PREVISTA' } },
        mostra: ['id', 'status', 'altaPrevistaPara', 'acoes'],
      },
    ],
  },
];
