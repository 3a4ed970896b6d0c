import {
  dadosDoTitular,
  INSTANTE,
  INTEIRO,
  TEXTO,
} from '../../../plataforma/privacidade/dados-do-titular.js';

const DE_OUTRA_PESSOA = 'é de outra pessoa, ou diz algo dela';

/**
 * What this module holds on a patient: who had him under care, and who saw him in an emergency. Of whom he himself
 * cared for, if he works here, only that he did.
 */
export const DADOS_DOS_CUIDADOS = dadosDoTitular({
  partes: [
    {
      nome: 'vinculosDeCuidado',
      descricao: 'Quem teve a pessoa sob seu cuidado, ou acesso de emergência ao que é dela, e por quê.',
      tabela: 'vinculos_de_cuidado',
      onde: 't.paciente_id = ?',
      campos: {
        id: INTEIRO,
        usuario_id: INTEIRO,
        paciente_id: INTEIRO,
        origem: TEXTO,
        motivo: TEXTO,
        desde: INSTANTE,
        ate: INSTANTE,
        encerrado_em: INSTANTE,
        revisado_em: INSTANTE,
        revisor_id: INTEIRO,
        parecer: TEXTO,
        observacao_da_revisao: TEXTO,
      },
      calculados: { usuarioNome: ['(SELECT u.nome FROM usuarios u WHERE u.id = t.usuario_id)', TEXTO] },
    },
    {
      nome: 'cuidadosPrestados',
      descricao: 'Quando a própria pessoa, trabalhando no hospital, teve outra sob seu cuidado.',
      tabela: 'vinculos_de_cuidado',
      onde: 't.usuario_id IN (SELECT u.id FROM usuarios u WHERE u.paciente_id = ?) AND t.paciente_id <> ?',
      campos: {
        id: INTEIRO,
        usuario_id: INTEIRO,
        origem: TEXTO,
        desde: INSTANTE,
        ate: INSTANTE,
        encerrado_em: INSTANTE,
        revisado_em: INSTANTE,
        revisor_id: INTEIRO,
        parecer: TEXTO,
      },
      omitidos: {
        paciente_id: DE_OUTRA_PESSOA,
        motivo: DE_OUTRA_PESSOA,
        observacao_da_revisao: DE_OUTRA_PESSOA,
      },
    },
  ],
});
