import { plantado } from './defeito.js';

/** Bad input that gets in. */
export const DEFEITOS_DE_ENTRADA = [
  plantado('F102', 'campo-sem-validacao', 'O telefone do médico aceita qualquer texto', [
    'modulos/medicos/casos-de-uso/cadastrar-medico.js',
    'Telefone({ opcional: true, nulo: true })',
    'Texto({ opcional: true, nulo: true, max: 16 })',
  ]),
  plantado('F102', 'data-impossivel', 'O dia 30 de fevereiro existe', [
    'plataforma/tempo/calendario.js',
    "return PADRAO_DE_DIA.test(texto) && DateTime.fromISO(texto, { zone: 'utc' }).isValid;",
    'return PADRAO_DE_DIA.test(texto);',
  ]),
  plantado('F102', 'limite-de-um-a-mais', 'Uma página aceita 101 itens', [
    'plataforma/http/pagina.js',
    'max: 100,',
    'max: 101,',
  ]),
  plantado('F102', 'texto-comprido', 'O nome de um setor aceita 121 caracteres', [
    'modulos/leitos/casos-de-uso/cadastrar-setor.js',
    "Texto({ max: 120, exemplo: 'Unidade Coronariana'",
    "Texto({ max: 121, exemplo: 'Unidade Coronariana'",
  ]),
  plantado('F203', 'campos-a-mais', 'O que não é conhecido no corpo é ignorado, em vez de recusado', [
    'plataforma/http/validacao.js',
    'forbidNonWhitelisted: true',
    'forbidNonWhitelisted: false',
  ]),
  plantado('F102', 'nulo-no-texto', 'Textos aceitam o caractere nulo', [
    'plataforma/http/campos.js',
    'const semControle = /^[^\\u0000-\\u0008',
    'const semControle = /^[^\\u0001-\\u0008',
  ]),
  plantado(
    'F200',
    'sql-concatenado',
    'O começo do nome é escrito dentro do SQL',
    [
      'plataforma/http/pagina.js',
      'return this.onde(`${coluna} >= ?`, prefixo).onde(`${coluna} < ?`, prefixo === undefined ? undefined : prefixo + MAIOR_CARACTERE);',
      "if (prefixo !== undefined) this.clausulas.push(`${coluna} LIKE '${prefixo}%'`); return this;",
    ],
    ['sem-falha', 'filtro'],
  ),
  plantado(
    'F100',
    'falha-com-um-sinal',
    'A busca por nome falha quando há um % no texto',
    [
      'plataforma/registros/listagem.js',
      'const prefixo = ',
      "if (consulta.nome?.includes('%')) throw new TypeError('percent');\n    const prefixo = ",
    ],
    ['sem-falha'],
  ),
];
