import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { pararRele } from '../apoio/rele-parado.js';
import { type Cadastro, CADASTROS, comValor, type Corpo } from './corpos.js';
import { enviar, esperaRecusa, type Porque, recusa } from './recusa.js';

/** Vectors of DOMINIO §5 and of the calendar: a field of a register, what it refuses, what it takes. */
const VETORES: [cadastro: Cadastro, campo: string, recusados: unknown[], aceitos: unknown[]][] = [
  [
    'pacientes',
    'cpf',
    [
      '529.982.247-24',
      '111.111.111-11',
      '52998224725a',
      '5299822472',
      '529.982.247-255',
      '٥٢٩٩٨٢٢٤٧٢٥',
      '',
      52998224725,
    ],
    ['529.982.247-25', '11144477735', null],
  ],
  ['medicos', 'cpf', ['529.982.247-24', '000.000.000-00', '529982247'], ['529.982.247-25', null]],
  [
    'convenios',
    'cnpj',
    [
      '12.ABC.345/01DE-34',
      '12.ABC.345/01DE-3X',
      '12.ABC.345/01DE-A5',
      '11.222.333/0001-80',
      '00.000.000/0000-00',
      '11222333',
      '12ÁBC34501DE35',
    ],
    ['11.222.333/0001-81', '12.ABC.345/01DE-35', null],
  ],
  [
    'pacientes',
    'cns',
    [
      '123456789010001',
      '898000000000000',
      '111111111111111',
      '12345678901000',
      '300000000000000',
      'A23456789010000',
    ],
    ['123456789010000', '700000000000005', '898 0001 0000 0004', null],
  ],
  [
    'pacientes',
    'endereco.cep',
    ['0131010', '013101000', '00000-000', '01310-10a', 1310100],
    ['01310-100', '69005010'],
  ],
  ['pacientes', 'endereco.estado', ['XX', 'S', 'São Paulo', '', 35, null], ['SP', 'am']],
  [
    'pacientes',
    'dataNascimento',
    [
      '2023-02-30',
      '2023-13-01',
      '1700-01-01',
      '1849-12-31',
      '2023-00-10',
      '2023-2-3',
      '01/02/1990',
      '2023-02-29',
      '1990-01-01T00:00:00Z',
      '',
      19900101,
      null,
    ],
    ['2024-02-29', '1990-12-31'],
  ],
  [
    'pacientes',
    'email',
    [
      'sem-arroba',
      'a@',
      '@b.com',
      'a b@c.com',
      'a@b@c.com',
      'josé@exemplo.com',
      'a@b..com',
      `${'a'.repeat(250)}@b.com`,
      'a@b.com\r\nBcc: x@y.z',
      5,
    ],
    ['Rita.Lemos+hospital@exemplo.com.br', 'rita@localhost', null],
  ],
  ['medicos', 'email', ['sem-arroba', 'a@b@c.com', ''], ['ivo@hospital.local', null]],
  ['usuarios', 'email', ['sem-arroba', null, 'a@b\u0000.com'], ['outra@hospital.local']],
  [
    'pacientes',
    'telefone',
    [
      '98765-4321',
      '(00) 98765-4321',
      '(10) 98765-4321',
      '(11) 18765-4321',
      '(11) 8765-432',
      '11111111111',
      '+',
      '+1',
      '+1234567890123456',
      'ligue já',
      '(11) 98765-4321 ramal 5',
    ],
    ['(11) 98765-4321', '011 3265-4321', '+55 92 99999-1234', '+1 (415) 555-2671', null],
  ],
  ['pacientes', 'contatoEmergencia.telefone', ['98765-4321', '', null], ['(92) 3232-1234']],
  ['convenios', 'registroAns', ['41837', '4183744', '41837A', '000000', ''], ['418374', '30213-5', null]],
  ['medicos', 'conselho', ['CRX', '', 'C R', 1], ['CRM', 'crm']],
  ['medicos', 'ufConselho', ['XX', 'BR', ''], ['AM', 'sp']],
  ['medicos', 'numeroConselho', ['', '12345678901234567890A', '12#34', 'ÇÇÇ', 12345], ['1', '300.123']],
];

const recusados = VETORES.flatMap(([cadastro, campo, ruins]) =>
  ruins.map((ruim) => [cadastro, campo, ruim] as const),
);
const aceitos = VETORES.flatMap(([cadastro, campo, , bons]) =>
  bons.map((bom) => [cadastro, campo, bom] as const),
);

describe('identificador inválido', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await pararRele(app);
  });
  afterAll(() => app.encerrar());

  const esperaRecusado = (caminho: string, corpo: Corpo, porque: Porque) =>
    esperaRecusa(app, { caminho, corpo }, recusa(porque));
  let proximo = 1;
  const semRepetir = (cadastro: Cadastro): Corpo => {
    const numero = ++proximo;
    const unicos: Partial<Record<Cadastro, Corpo>> = {
      medicos: { numeroConselho: String(100_000 + numero) },
      usuarios: { email: `pessoa${numero}@hospital.local` },
      especialidades: { nome: `Especialidade ${numero}` },
    };
    return { ...CADASTROS[cadastro], ...unicos[cadastro] };
  };

  it.each(recusados)('deve ser recusado em %s.%s: %j', async (cadastro, campo, valor) => {
    const corpo = comValor(CADASTROS[cadastro], campo, valor);
    await esperaRecusado(`/v1/${cadastro}`, corpo, [422, 'PLATAFORMA.CAMPO_INVALIDO', campo]);
  });

  it.each(aceitos)('deve ser só o inválido: %s.%s aceita %j', async (cadastro, campo, valor) => {
    const corpo = comValor(semRepetir(cadastro), campo, valor);
    expect((await enviar(app, { caminho: `/v1/${cadastro}`, corpo })).status).toBe(201);
  });

  it.each([
    ['pacientes', 'cpf', 'PACIENTE.CPF_REPETIDO', ['390.533.447-05', '39053344705', ' 390533447-05 ']],
    ['pacientes', 'cns', 'PACIENTE.CNS_REPETIDO', ['701 2345 6789 0001', '701234567890001']],
    ['medicos', 'cpf', 'MEDICO.CPF_REPETIDO', ['390.533.447-05', '39053344705']],
    ['medicos', 'numeroConselho', 'MEDICO.REGISTRO_REPETIDO', ['765.432', '765432']],
    ['convenios', 'cnpj', 'CONVENIO.CNPJ_REPETIDO', ['33.000.167/0001-01', '33000167000101']],
    ['convenios', 'registroAns', 'CONVENIO.REGISTRO_ANS_REPETIDO', ['32630-5', '326305']],
    ['usuarios', 'email', 'ACESSO.EMAIL_EM_USO', ['repetida@hospital.local', ' REPETIDA@Hospital.local ']],
    [
      'especialidades',
      'nome',
      'ESPECIALIDADE.NOME_REPETIDO',
      ['Ginecologia Estética', 'GINECOLOGIA  ESTETICA'],
    ],
  ] as const)(
    'deve ser recusada em %s a repetição de %s, como quer que se escreva',
    async (cadastro, campo, codigo, formas) => {
      await app.criar(`/v1/${cadastro}`, comValor(semRepetir(cadastro), campo, formas[0]));
      for (const forma of formas) {
        const corpo = comValor(semRepetir(cadastro), campo, forma);
        await esperaRecusado(`/v1/${cadastro}`, corpo, [409, codigo, campo]);
      }
      const { id } = await app.criar(`/v1/${cadastro}`, semRepetir(cadastro));
      const alteracao = { metodo: 'PATCH', caminho: `/v1/${cadastro}/${id}`, corpo: { [campo]: formas[1] } };
      await esperaRecusa(app, alteracao, recusa([409, codigo, campo]));
    },
  );

  it.each<[Cadastro, Corpo, Porque]>([
    ['pacientes', { dataNascimento: '2199-01-01' }, [422, 'PACIENTE.NASCIMENTO_NO_FUTURO', 'dataNascimento']],
    ['pacientes', { dataNascimento: '1860-01-01' }, [422, 'PACIENTE.IDADE_IMPOSSIVEL', 'dataNascimento']],
    ['pacientes', { convenioId: 999_999 }, [422, 'CONVENIO.NAO_ENCONTRADO', 'convenioId']],
    ['pacientes', { numeroCarteira: '123' }, [422, 'PACIENTE.CARTEIRA_SEM_CONVENIO', 'numeroCarteira']],
    [
      'medicos',
      { numeroConselho: '12345678' },
      [422, 'MEDICO.NUMERO_DO_CONSELHO_INVALIDO', 'numeroConselho'],
    ],
    [
      'medicos',
      { numeroConselho: '123456ENF' },
      [422, 'MEDICO.NUMERO_DO_CONSELHO_INVALIDO', 'numeroConselho'],
    ],
    ['medicos', { numeroConselho: '0' }, [422, 'MEDICO.NUMERO_DO_CONSELHO_INVALIDO', 'numeroConselho']],
    [
      'medicos',
      { conselho: 'COREN', numeroConselho: '123456MED' },
      [422, 'MEDICO.NUMERO_DO_CONSELHO_INVALIDO', 'numeroConselho'],
    ],
    ['medicos', { especialidadeIds: [999_999] }, [422, 'ESPECIALIDADE.NAO_ENCONTRADA', 'especialidadeIds']],
    ['medicos', { especialidadeIds: [0] }, [422, 'PLATAFORMA.CAMPO_INVALIDO', 'especialidadeIds']],
    [
      'convenios',
      { vigenciaInicio: '2026-02-01', vigenciaFim: '2026-01-31' },
      [422, 'CONVENIO.VIGENCIA_INVERTIDA', 'vigenciaFim'],
    ],
    [
      'convenios',
      { diarias: [{ tipoLeito: 'SUITE', valor: 1 }] },
      [422, 'PLATAFORMA.CAMPO_INVALIDO', 'diarias[0].tipoLeito'],
    ],
    [
      'convenios',
      { diarias: [{ tipoLeito: 'ENFERMARIA', valor: 0.001 }] },
      [422, 'PLATAFORMA.CAMPO_INVALIDO', 'diarias[0].valor'],
    ],
    [
      'convenios',
      { diarias: [{ tipoLeito: 'ENFERMARIA', valor: -0.01 }] },
      [422, 'PLATAFORMA.CAMPO_INVALIDO', 'diarias[0].valor'],
    ],
    ['usuarios', { papeis: [] }, [422, 'PLATAFORMA.CAMPO_INVALIDO', 'papeis']],
    ['usuarios', { papeis: ['DONO'] }, [422, 'PLATAFORMA.CAMPO_INVALIDO', 'papeis']],
    ['usuarios', { senha: 'curta' }, [422, 'PLATAFORMA.CAMPO_INVALIDO', 'senha']],
    [
      'usuarios',
      { papeis: ['PACIENTE'], pacienteId: 999_999 },
      [422, 'PACIENTE.NAO_ENCONTRADO', 'pacienteId'],
    ],
    ['usuarios', { papeis: ['MEDICO'], medicoId: 999_999 }, [422, 'MEDICO.NAO_ENCONTRADO', 'medicoId']],
  ])('deve ser recusado em %s o que contradiz o resto: %j', async (cadastro, mudanca, porque) => {
    await esperaRecusado(`/v1/${cadastro}`, { ...semRepetir(cadastro), ...mudanca }, porque);
  });

  it('deve ser recusado também nos filtros das listas, com 400', async () => {
    for (const [consulta, campo] of [
      ['pacientes?cpf=529.982.247-24', 'cpf'],
      ['pacientes?cns=1', 'cns'],
      ['pacientes?dataNascimento=2023-02-30', 'dataNascimento'],
      ['convenios?cnpj=12.ABC.345/01DE-34', 'cnpj'],
      ['convenios?registroAns=1', 'registroAns'],
      ['medicos?ufConselho=XX', 'ufConselho'],
      ['medicos?especialidadeId=0', 'especialidadeId'],
      ['leitos?tipo=SUITE', 'tipo'],
      ['internacoes?pacienteId=abc', 'pacienteId'],
    ] as const)
      await esperaRecusa(
        app,
        { metodo: 'GET', caminho: `/v1/${consulta}` },
        recusa([400, 'PLATAFORMA.CAMPO_INVALIDO', campo]),
      );
  });
});
