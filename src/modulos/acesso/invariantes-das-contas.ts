import type { Invariante } from '../../plataforma/invariantes/invariante.js';

/** What must hold of the accounts that people open for themselves, and of the codes that go to their mailboxes. */
export const CONTAS: readonly Invariante[] = [
  {
    codigo: 'ACESSO.NAO_CONFIRMADO_ENTROU',
    descricao: 'Quem ainda não confirmou o e-mail nunca entrou.',
    fonte: 'API, Access',
    registro: 'usuario',
    sql: `SELECT u.id FROM usuarios u
           WHERE u.aguarda_verificacao_desde IS NOT NULL
             AND (u.ultimo_acesso_em IS NOT NULL OR EXISTS (SELECT 1 FROM sessoes s WHERE s.usuario_id = u.id))`,
  },
  {
    codigo: 'ACESSO.EQUIPE_COM_SENHA_DE_CADASTRO',
    descricao:
      'Quem é da equipe não entra com a senha de um cadastro, nem com outra escolhida por quem a sabia.',
    fonte: 'ADR 0012',
    registro: 'usuario',
    sql: `SELECT u.id FROM usuarios u WHERE u.senha_de_cadastro = 1
             AND EXISTS (SELECT 1 FROM usuarios_papeis p WHERE p.usuario_id = u.id AND p.papel <> 'PACIENTE')`,
  },
  {
    codigo: 'ACESSO.DUAS_CONTAS_DE_UM_PACIENTE',
    descricao: 'O registro de um paciente é de uma conta só.',
    fonte: 'API, Access',
    registro: 'paciente',
    sql: `SELECT u.paciente_id AS id FROM usuarios u WHERE u.paciente_id IS NOT NULL
           GROUP BY u.paciente_id HAVING COUNT(*) > 1`,
  },
  {
    codigo: 'ACESSO.CODIGO_FORA_DA_VIDA',
    descricao: 'Um código só foi usado enquanto valia.',
    fonte: 'OWASP ASVS 5.0 V6.5.5',
    registro: 'codigo',
    sql: `SELECT c.id FROM codigos_de_acesso c WHERE c.usado_em >= c.expira_em OR c.expira_em <= c.criado_em`,
  },
  {
    codigo: 'ACESSO.CODIGO_QUE_SOBROU',
    descricao: 'Usado um código, os outros da mesma finalidade que havia até então não valem mais.',
    fonte: 'OWASP ASVS 5.0 V6.5.1',
    registro: 'codigo',
    sql: `SELECT c.id FROM codigos_de_acesso c
           WHERE c.usado_em IS NULL AND EXISTS (SELECT 1 FROM codigos_de_acesso o
                 WHERE o.usuario_id = c.usuario_id AND o.finalidade = c.finalidade AND o.usado_em > c.criado_em)`,
  },
  {
    codigo: 'ACESSO.PEDIDO_COM_DADOS_PESSOAIS',
    descricao:
      'Do que se pediu e foi atendido nada de pessoal resta, salvo o cadastro de quem ainda não confirmou o e-mail.',
    fonte: 'Lei 13.709/2018, art. 6º, III',
    registro: 'pedido',
    sql: `SELECT p.id FROM pedidos_de_acesso p LEFT JOIN usuarios u ON u.id = p.usuario_id
           WHERE p.atendido_em IS NOT NULL
             AND ((p.tipo <> 'CADASTRO' AND COALESCE(p.email, p.nome, p.senha_hash, p.cpf, p.telefone) IS NOT NULL)
               OR (u.aguarda_verificacao_desde IS NULL AND COALESCE(p.nome, p.cpf, p.sexo, p.telefone) IS NOT NULL)
               OR (u.aguarda_verificacao_desde IS NULL AND p.data_nascimento IS NOT NULL))`,
  },
];
