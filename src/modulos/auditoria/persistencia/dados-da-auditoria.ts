import {
  dadosDoTitular,
  INSTANTE,
  INTEIRO,
  TEXTO,
} from '../../../plataforma/privacidade/dados-do-titular.js';

const DE_OUTRA_PESSOA = 'pode ser de outra pessoa';

/** What the trail holds on a patient: who saw or changed what is theirs, and what they did themselves. */
export const DADOS_DA_AUDITORIA = dadosDoTitular({
  partes: [
    {
      nome: 'registrosDeAcesso',
      descricao: 'Quem viu ou mudou o que é da pessoa, e quando.',
      tabela: 'auditoria',
      onde: 't.paciente_id = ?',
      campos: {
        id: INTEIRO,
        em: INSTANTE,
        usuario_id: INTEIRO,
        acao: TEXTO,
        registro_tipo: TEXTO,
        registro_id: INTEIRO,
        paciente_id: INTEIRO,
        campos: TEXTO,
      },
      calculados: { usuarioNome: ['(SELECT u.nome FROM usuarios u WHERE u.id = t.usuario_id)', TEXTO] },
      omitidos: {
        sessao_id: 'é da sessão de quem viu ou mudou',
        origem: 'é o endereço de quem viu ou mudou',
        operacao: 'diz o mesmo que a ação, nos termos da API',
        correlacao_id: 'liga registros internos do sistema',
      },
    },
    {
      nome: 'atosNoSistema',
      descricao: 'O que mais a própria pessoa fez no sistema.',
      tabela: 'auditoria',
      onde: 't.usuario_id IN (SELECT u.id FROM usuarios u WHERE u.paciente_id = ?) AND COALESCE(t.paciente_id, 0) <> ?',
      campos: { id: INTEIRO, em: INSTANTE, usuario_id: INTEIRO, acao: TEXTO, origem: TEXTO, campos: TEXTO },
      omitidos: {
        sessao_id: 'diz-se nas sessões',
        registro_tipo: DE_OUTRA_PESSOA,
        registro_id: DE_OUTRA_PESSOA,
        paciente_id: DE_OUTRA_PESSOA,
        operacao: 'diz o mesmo que a ação, nos termos da API',
        correlacao_id: 'liga registros internos do sistema',
      },
    },
  ],
});
