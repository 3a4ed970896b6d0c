import {
  dadosDoTitular,
  INSTANTE,
  INTEIRO,
  TEXTO,
} from '../../../plataforma/privacidade/dados-do-titular.js';

/** What the trail holds on a patient: who saw or changed what is his. */
export const DADOS_DA_AUDITORIA = dadosDoTitular({
  partes: [
    {
      nome: 'acessos',
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
  ],
});
