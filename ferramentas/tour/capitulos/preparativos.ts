import type { Capitulo } from '../passo.js';

/** Who tells the story, and the small hospital in which it happens. */
export const PREPARATIVOS: readonly Capitulo[] = [
  {
    titulo: 'Entrar',
    frase:
      'Toda rota é fechada até que alguém diga quem é. O administrador entra e recebe um token, que vai ' +
      'em cada pedido daqui em diante (cabeçalho Authorization).',
    passos: [
      {
        oQue: 'O administrador entra',
        pedido: 'POST /v1/auth/login',
        corpo: { email: '{email}', senha: '{senha}' },
        espera: { status: 200 },
        mostra: ['usuario', 'expiraEm'],
        guarda: { token: 'accessToken' },
        dica:
          'Indique quem entra com --email e --senha (ou TOUR_SENHA). Na demonstração é ' +
          'admin@hospital.local, com a senha que npm start mostra.',
      },
    ],
  },
  {
    titulo: 'Montar um pedaço de hospital',
    frase:
      'Antes do paciente, o que ele vai encontrar: um setor com dois leitos, um convênio com os preços ' +
      'de que a conta vai precisar, e uma médica.',
    passos: [
      {
        oQue: 'Um setor',
        pedido: 'POST /v1/setores',
        corpo: { nome: 'Clínica do Tour {marca}', andar: 2 },
        espera: { status: 201 },
        mostra: ['id', 'nome', 'andar'],
        guarda: { setor: 'id', agora: 'criadoEm' },
      },
      {
        oQue: 'Um leito de enfermaria',
        pedido: 'POST /v1/leitos',
        corpo: { numero: '{marca}-1', setorId: '{setor}', tipo: 'ENFERMARIA' },
        espera: { status: 201, data: { status: 'LIVRE' } },
        mostra: ['id', 'numero', 'tipo', 'status', 'acoes'],
        guarda: { enfermaria: 'id' },
      },
      {
        oQue: 'E um apartamento',
        pedido: 'POST /v1/leitos',
        corpo: { numero: '{marca}-2', setorId: '{setor}', tipo: 'APARTAMENTO' },
        espera: { status: 201, data: { status: 'LIVRE' } },
        mostra: ['id', 'numero', 'tipo', 'status', 'acoes'],
        guarda: { apartamento: 'id' },
      },
      {
        oQue: 'Um convênio, com o preço da diária de cada tipo de leito',
        pedido: 'POST /v1/convenios',
        corpo: {
          nome: 'Saúde do Tour {marca}',
          tipoPlano: 'EMPRESARIAL',
          diarias: [
            { tipoLeito: 'ENFERMARIA', valor: 350.5 },
            { tipoLeito: 'APARTAMENTO', valor: 620 },
          ],
        },
        espera: { status: 201 },
        mostra: ['id', 'nome', 'prazoPagamentoDias'],
        guarda: { convenio: 'id' },
      },
      {
        oQue: 'Uma médica, com o seu registro no conselho',
        pedido: 'POST /v1/medicos',
        corpo: {
          nome: 'Helena do Tour {marca}',
          conselho: 'CRM',
          numeroConselho: '{inscricao}',
          ufConselho: 'SP',
        },
        espera: { status: 201 },
        mostra: ['id', 'nome', 'conselho', 'numeroConselho', 'ufConselho'],
        guarda: { medica: 'id' },
      },
    ],
  },
];
