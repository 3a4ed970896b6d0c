import { daPropriaMaquina, partesDe } from './enderecos-de-rede.js';
import { chaveFraca, senhaFraca } from './segredos-fracos.js';
import { urlSegura } from './url-publica.js';
import type { VariaveisDeAmbiente } from './variaveis-de-ambiente.js';

const MENOR_SENHA_DO_ADMINISTRADOR = 12;

const GERAR_CHAVE = 'Gere uma com: openssl rand -base64 48';

/** What may not be in production, each with the variable and what to do; empty when all may. */
export function recusasDeProducao(v: VariaveisDeAmbiente): string[] {
  const segredos = [v.DB_PASSWORD, v.MAIL_PASS, v.ADMIN_SENHA, v.AUDITORIA_CHAVE].filter(
    (s) => s !== undefined,
  );
  const remoto = v.DB_HOST !== undefined && !daPropriaMaquina(v.DB_HOST);
  const recusas: [recusa: boolean, motivo: string][] = [
    [v.RELOGIO_MOVEL === 'true', 'RELOGIO_MOVEL não é permitido em produção.'],
    [
      v.DEMO === 'true',
      'DEMO não é permitido em produção: a demonstração inventa pacientes e senhas conhecidas.',
    ],
    [
      v.JWT_SECRET !== undefined && chaveFraca(v.JWT_SECRET),
      `JWT_SECRET é fraco demais para produção: quem o adivinha entra como qualquer pessoa. ${GERAR_CHAVE}`,
    ],
    [
      v.JWT_SECRET !== undefined && segredos.includes(v.JWT_SECRET),
      `JWT_SECRET não pode ser igual a outro segredo. ${GERAR_CHAVE}`,
    ],
    [
      v.AUDITORIA_CHAVE !== undefined && chaveFraca(v.AUDITORIA_CHAVE),
      `AUDITORIA_CHAVE é fraca demais para produção: quem a adivinha reescreve a trilha de auditoria. ${GERAR_CHAVE}`,
    ],
    [
      v.ADMIN_SENHA !== undefined && v.ADMIN_SENHA.length < MENOR_SENHA_DO_ADMINISTRADOR,
      `ADMIN_SENHA deve ter ao menos ${MENOR_SENHA_DO_ADMINISTRADOR} caracteres em produção.`,
    ],
    [
      v.ADMIN_SENHA !== undefined && (senhaFraca(v.ADMIN_SENHA) || v.ADMIN_SENHA === v.ADMIN_EMAIL),
      'ADMIN_SENHA é fácil de adivinhar: escolha outra, como quatro palavras sem relação entre si.',
    ],
    [
      v.URL_PUBLICA !== undefined && !urlSegura(v.URL_PUBLICA),
      'URL_PUBLICA deve começar com https:// em produção: por ela passam senhas.',
    ],
    [
      remoto && v.DB_PASSWORD === undefined,
      'DB_PASSWORD é obrigatória em produção quando o banco está em outra máquina.',
    ],
    [
      remoto && v.DB_PASSWORD !== undefined && (senhaFraca(v.DB_PASSWORD) || v.DB_PASSWORD === v.DB_USER),
      'DB_PASSWORD é fácil de adivinhar, e o banco está em outra máquina: mude-a no servidor e aqui.',
    ],
    [
      remoto && v.DB_USER === 'root',
      'DB_USER não pode ser root em produção: crie um usuário só do Plantão (docs/operacao.md).',
    ],
    [
      partesDe(v.CORS_ORIGENS).includes('*'),
      'CORS_ORIGENS não pode ser * em produção: diga cada origem, como https://painel.hospital.br.',
    ],
    [
      partesDe(v.CORS_ORIGENS).some(
        (origem) => origem.startsWith('http://') && !daPropriaMaquina(origem.slice(7).replace(/:\d+$/, '')),
      ),
      'CORS_ORIGENS só pode ter, em produção, origens https: o que vem por http pode ter sido trocado no caminho.',
    ],
    [
      v.LOG_LEVEL === 'trace' || v.LOG_LEVEL === 'debug',
      'LOG_LEVEL deve ser info ou menos falante em produção: trace e debug mostram o interior do programa.',
    ],
  ];
  return recusas.filter(([recusa]) => recusa).map(([, motivo]) => motivo);
}

/** What is allowed in production and deserves a second look, said at each start. */
export function avisosDeProducao(v: VariaveisDeAmbiente): string[] {
  const avisos: [avisa: boolean, motivo: string][] = [
    [
      v.AUDITORIA_CHAVE === undefined,
      'AUDITORIA_CHAVE está vazia: a trilha de auditoria é selada com JWT_SECRET, e trocá-lo pede cuidado (docs/operacao.md).',
    ],
    [
      v.DB_HOST !== undefined && daPropriaMaquina(v.DB_HOST) && v.DB_PASSWORD === undefined,
      'DB_PASSWORD está vazia: quem entra nesta máquina entra no banco.',
    ],
    [
      v.METRICAS_ABERTAS === 'true',
      'METRICAS_ABERTAS: /metricas responde a toda a rede. Feche o caminho no proxy.',
    ],
    [
      v.MAIL_SERVER !== undefined && !daPropriaMaquina(v.MAIL_SERVER) && v.MAIL_USERNAME === undefined,
      'MAIL_USERNAME está vazio: sem usuário e senha o certificado do servidor de e-mail não é conferido.',
    ],
    [
      v.HOST !== undefined && !daPropriaMaquina(v.HOST) && partesDe(v.PROXIES_CONFIAVEIS).length === 0,
      'PROXIES_CONFIAVEIS está vazia: atrás de um proxy, todos os clientes parecem ser ele.',
    ],
  ];
  return avisos.filter(([avisa]) => avisa).map(([, motivo]) => motivo);
}
