import { contasDasPessoas } from '../apoio/pessoas.js';
import { CONVENIOS, DIARIA_EM_CENTAVOS, MEDICOS, type PlanoDaCarga, setorDe } from './plano.js';
import { colunas, contar, contarVarios, instante, type Tabela } from './tabela.js';

/** Sectors, people, health plans, beds, and who asks. */
export function cadastros(plano: PlanoDaCarga): Tabela[] {
  const em = instante(plano.cadastroEm);
  const marcas = [1, em, em, 1];
  return [
    {
      nome: 'setores',
      colunas: colunas('id, nome, nome_busca, ativo, criado_em, atualizado_em, versao'),
      quantas: plano.setores,
      linhas: () => contar(plano.setores, (i) => [i + 1, `Setor ${i + 1}`, `setor ${i + 1}`, ...marcas]),
    },
    {
      nome: 'medicos',
      colunas: colunas('id, nome, nome_busca, ativo, criado_em, atualizado_em, versao'),
      quantas: MEDICOS,
      linhas: () => contar(MEDICOS, (i) => [i + 1, `Médico ${i + 1}`, `medico ${i + 1}`, ...marcas]),
    },
    {
      nome: 'medicos_registros',
      colunas: colunas('id, medico_id, medico_principal_id, conselho, numero, uf, criado_em'),
      quantas: MEDICOS,
      linhas: () => contar(MEDICOS, (i) => [i + 1, i + 1, i + 1, 'CRM', String(1000 + i), 'SP', em]),
    },
    {
      nome: 'convenios',
      colunas: colunas(
        'id, nome, nome_busca, tipo_plano, prazo_pagamento_dias, ativo, criado_em, atualizado_em, versao',
      ),
      quantas: CONVENIOS,
      linhas: () =>
        contar(CONVENIOS, (i) => [
          i + 1,
          `Convênio ${i + 1}`,
          `convenio ${i + 1}`,
          'EMPRESARIAL',
          30,
          ...marcas,
        ]),
    },
    {
      nome: 'convenios_diarias',
      colunas: colunas('id, convenio_id, tipo_leito, valor'),
      quantas: CONVENIOS,
      linhas: () => contar(CONVENIOS, (i) => [i + 1, i + 1, 'ENFERMARIA', DIARIA_EM_CENTAVOS]),
    },
    {
      nome: 'pacientes',
      colunas: colunas(
        'id, nome, nome_busca, data_nascimento, sexo, ativo, criado_em, atualizado_em, versao',
      ),
      quantas: plano.pacientes,
      linhas: () =>
        contar(plano.pacientes, (i) => [
          i + 1,
          `Paciente ${i + 1}`,
          `paciente ${i + 1}`,
          nascimento(i),
          i % 2 === 0 ? 'F' : 'M',
          ...marcas,
        ]),
    },
    leitos(plano),
    {
      nome: 'leitos_periodos',
      colunas: colunas('id, leito_id, atributo, periodo_aberto_id'),
      quantas: 2 * plano.leitos,
      linhas: () =>
        contarVarios(plano.leitos, (i) => [
          [2 * i + 1, i + 1, 'PLANEJADO', i + 1],
          [2 * i + 2, i + 1, 'INSTALADO', i + 1],
        ]),
    },
    ...contasDasPessoas(plano),
  ];
}

const COLUNAS_DO_LEITO = colunas(
  `id, setor_id, numero, numero_busca, tipo, classe, extra, maca, planejado, instalado, status, desde,
   criado_em, atualizado_em, versao`,
);

/** Each bed as its last stay left it, or its stay in course has it. */
function leitos(plano: PlanoDaCarga): Tabela {
  const em = instante(plano.cadastroEm);
  const { leitosComPassado, pedido } = plano;
  const estado = (leitoId: number): [status: string, desde: string | null, versao: number] => {
    const vezes = plano.vezesDoLeito(leitoId);
    if (vezes > 0) {
      const ultima = plano.encerrada((vezes - 1) * leitosComPassado + leitoId - 1);
      return ['LIVRE', instante(ultima.livreEm), 1 + 4 * vezes];
    }
    const aberta = leitoId - leitosComPassado - 1;
    if (aberta >= 0 && aberta < pedido.abertas) return ['OCUPADO', instante(plano.aberta(aberta).entrada), 2];
    return ['LIVRE', null, 1];
  };
  return {
    nome: 'leitos',
    colunas: COLUNAS_DO_LEITO,
    quantas: plano.leitos,
    linhas: () =>
      contar(plano.leitos, (i) => {
        const id = i + 1;
        const [status, desde, versao] = estado(id);
        const fixas = ['ENFERMARIA', 'INTERNACAO', 0, 0, 1, 1];
        return [id, setorDe(id), `L${id}`, `l${id}`, ...fixas, status, desde, em, desde ?? em, versao];
      }),
  };
}

const nascimento = (i: number): string =>
  `${1930 + (i % 80)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
