/** Groups of routes, in the order of the hospital's work: the order in which the page shows them. */
export const GRUPOS: readonly (readonly [nome: string, descricao: string])[] = [
  ['Acesso', 'Entrar e saber quem se é. Comece por aqui.'],
  ['Hospital', 'As escolhas da casa: fuso, censo, virada da diária, limpeza, preços particulares.'],
  ['Setores', 'As unidades que agrupam leitos.'],
  ['Leitos', 'O cadastro, o mapa e os estados: reservar, limpar, bloquear, consertar.'],
  ['Convênios', 'Quem paga, e por quanto.'],
  ['Especialidades', 'As áreas dos profissionais.'],
  ['Médicos', 'Profissionais de saúde, cada um com a sua inscrição em conselho.'],
  ['Pacientes', 'Quem é cuidado: cadastro e endereços.'],
  [
    'Acesso de emergência',
    'Abrir por uma hora o registro de quem não está sob o seu cuidado, e a revisão disso.',
  ],
  ['Internações', 'Pedir um leito, internar, transferir, dar alta.'],
  ['Financeiro', 'As contas das internações e o que se cobra por elas.'],
  [
    'Privacidade',
    'Os direitos da pessoa sobre os seus dados (LGPD): levar uma cópia, pedir, ser respondida.',
  ],
  ['Notificações', 'O livro do que foi avisado, a quem, e se chegou.'],
  ['Eventos e entregas', 'O que aconteceu, e quem reagiu a isso.'],
  ['Auditoria', 'Quem fez ou viu o quê, quando e de onde.'],
  ['Usuários', 'Quem entra, e com quais perfis.'],
  ['Estados', 'O que cada coisa pode ser, e como passa de um estado a outro.'],
  ['Operação', 'Saúde, métricas, versão e relógio do processo.'],
];
