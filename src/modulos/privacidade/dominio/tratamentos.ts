/** One way in which personal data are used (LGPD, art. 9º and 37). */
export interface TratamentoDeDados {
  readonly finalidade: string;
  readonly base: string;
  readonly dados: string;
  readonly compartilhamento: string;
  readonly guarda: string;
}

const PRONTUARIO = '20 anos desde o último registro (Lei 13.787/2018, art. 6º)';

/** What is told to everybody; the whole register of operations is docs/privacidade.md. */
export const TRATAMENTOS: readonly TratamentoDeDados[] = [
  {
    finalidade: 'Cuidar da pessoa: cadastro, internações e prontuário.',
    base: 'Tutela da saúde (LGPD, art. 7º, VIII, e 11, II, f) e obrigação legal (art. 11, II, a).',
    dados: 'Identificação, contatos, alergias, diagnósticos, movimentações e ocupação de leitos.',
    compartilhamento: 'Profissionais que cuidam da pessoa; autoridades, quando a lei obriga.',
    guarda: PRONTUARIO,
  },
  {
    finalidade: 'Cobrar o atendimento do convênio ou da pessoa.',
    base: 'Execução de contrato (LGPD, art. 7º, V) e exercício regular de direitos (art. 11, II, d).',
    dados: 'Convênio, carteira, contas e lançamentos.',
    compartilhamento: 'A operadora do convênio da pessoa, com o mínimo que a cobrança exige.',
    guarda: PRONTUARIO,
  },
  {
    finalidade: 'Dar acesso ao sistema e avisar por e-mail, sem dados de saúde na mensagem.',
    base: 'Execução de contrato (LGPD, art. 7º, V).',
    dados: 'Nome, e-mail, senha cifrada, acessos e avisos enviados.',
    compartilhamento: 'O provedor de e-mail do hospital.',
    guarda: 'Enquanto houver o acesso; os registros dele, junto com o prontuário.',
  },
  {
    finalidade: 'Saber quem abriu ou mudou cada prontuário.',
    base: 'Obrigação legal (LGPD, art. 11, II, a, e 37 e 46).',
    dados: 'Quem, quando, de onde e qual registro; nunca o conteúdo.',
    compartilhamento: 'A própria pessoa; autoridades, quando a lei obriga.',
    guarda: PRONTUARIO,
  },
];

/** What the person may ask, and how. */
export const DIREITOS: readonly { readonly tipo: string; readonly direito: string }[] = [
  { tipo: 'CONFIRMACAO', direito: 'Saber se há dados seus aqui.' },
  { tipo: 'ACESSO', direito: 'Ver os seus dados.' },
  { tipo: 'CORRECAO', direito: 'Corrigir o que estiver incompleto, inexato ou desatualizado.' },
  { tipo: 'PORTABILIDADE', direito: 'Levar uma cópia de tudo, em formato que outro sistema lê.' },
  { tipo: 'COMPARTILHAMENTO', direito: 'Saber com quem os seus dados são compartilhados.' },
  { tipo: 'REVOGACAO', direito: 'Revogar o que depende do seu consentimento.' },
  {
    tipo: 'ELIMINACAO',
    direito:
      'Pedir a eliminação; a do prontuário é recusada por 20 anos desde o último registro, por força de lei.',
  },
];
