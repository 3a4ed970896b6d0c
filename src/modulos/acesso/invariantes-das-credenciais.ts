import type { Invariante } from '../../plataforma/invariantes/invariante.js';

/** What must hold of second factors, and of the duties that come before anything else. */
export const CREDENCIAIS: readonly Invariante[] = [
  {
    codigo: 'ACESSO.SEGUNDO_FATOR_SEM_CODIGOS',
    descricao: 'Quem confirmou um segundo fator recebeu dez códigos de recuperação.',
    fonte: 'OWASP ASVS 5.0 V6.3.3',
    registro: 'segundoFator',
    sql: `SELECT s.id FROM segundos_fatores s
           WHERE s.confirmado_em IS NOT NULL
             AND (SELECT COUNT(*) FROM codigos_de_recuperacao c WHERE c.segundo_fator_id = s.id) <> 10`,
  },
  {
    codigo: 'ACESSO.PENDENCIA_JA_CUMPRIDA',
    descricao: 'Nenhuma sessão em aberto espera o que a pessoa já fez: a troca da senha, ou o segundo fator.',
    fonte: 'API, Access',
    registro: 'sessao',
    sql: `SELECT s.id FROM sessoes s JOIN usuarios u ON u.id = s.usuario_id
           WHERE s.encerrada_em IS NULL
             AND ((s.pendencia = 'TROCAR_SENHA' AND COALESCE(u.senha_provisoria, 0) = 0)
               OR (s.pendencia = 'CADASTRAR_SEGUNDO_FATOR'
                   AND EXISTS (SELECT 1 FROM segundos_fatores f
                                WHERE f.usuario_vigente_id = u.id AND f.confirmado_em IS NOT NULL)))`,
  },
];
