import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reproduzirArquivo } from '../../ferramentas/aih/reproducao.js';
import { csvInventado } from './linhas-aih.js';
import { ServidorFalso, type Defeito } from './servidor-falso.js';

const LINHAS = [
  { DT_INTER: '20171001', DT_SAIDA: '20171003' },
  { DT_INTER: '20171002', DT_SAIDA: '20171004', COBRANCA: '41' },
  { DT_INTER: '20171005', DT_SAIDA: '20171005' },
  { DT_INTER: '20171014', DT_SAIDA: '20171016', ESPEC: '02', SEXO: '3', COBRANCA: '61' },
  { DT_INTER: '20171020', DT_SAIDA: '20171022', ESPEC: '02', SEXO: '3', COBRANCA: '62' },
  { DT_INTER: '20171020', DT_SAIDA: '20171030', COBRANCA: '27' },
  { DT_INTER: '20171023', DT_SAIDA: '20171101', ESPEC: '05' },
];

let pasta: string;
let servidor: ServidorFalso | undefined;
let escrito: string;

async function rodar(defeito?: Defeito, senha = 'certa'): Promise<boolean> {
  const csv = join(pasta, 'aih.csv');
  await writeFile(csv, csvInventado(LINHAS));
  servidor = new ServidorFalso(defeito, 25);
  const url = await servidor.abrir();
  return reproduzirArquivo(
    { csv, url, email: 'a@hospital.local', senha, paralelo: 3, horaDaVirada: 12, esperaMs: 1500 },
    { write: (texto) => (escrito += texto) },
  );
}

describe('reprodução de AIH por HTTP', () => {
  beforeEach(async () => {
    escrito = '';
    pasta = await mkdtemp(join(tmpdir(), 'aih-'));
  });
  afterEach(async () => {
    await servidor?.fechar();
    await rm(pasta, { recursive: true });
  });

  it('deve internar, dar alta, limpar e conferir tudo pela API', async () => {
    expect(await rodar()).toBe(true);
    expect(escrito).toContain('horários sintéticos');
    expect(escrito).toMatch(/Internações +7 +7 {2}✓/);
    expect(escrito).toMatch(/Ainda internados +1 +1 {2}✓/);
    expect(escrito).toMatch(/Óbitos +1 +1 {2}✓/);
    expect(escrito).toMatch(/Avisos de leito liberado +6 +6 {2}✓/);
    expect(escrito).toContain('Tudo confere.');
  });

  it('deve entrar de novo quando o acesso expira', async () => {
    expect(await rodar()).toBe(true);
    expect(servidor!.logins).toBeGreaterThan(1);
  });

  it('deve mandar os corpos combinados, com o deslocamento da data', async () => {
    await rodar();
    const enviados = (rota: string) =>
      servidor!.recebidos.filter((pedido) => pedido.rota.endsWith(rota)).map(({ corpo }) => corpo);
    expect(enviados('/v1/setores').map(({ nome }) => String(nome).split(' ')[1])).toEqual([
      'Obstétrico',
      'Clínico',
      'Psiquiatria',
    ]);
    expect(enviados('/v1/convenios')[0]).toMatchObject({
      tipoPlano: 'EMPRESARIAL',
      diarias: [
        { tipoLeito: 'APARTAMENTO', valor: 580 },
        { tipoLeito: 'ENFERMARIA', valor: 320.5 },
        { tipoLeito: 'PSIQUIATRICO', valor: 289.99 },
      ],
    });
    expect(enviados('/v1/internacoes')).toContainEqual({
      pacienteId: expect.any(Number),
      medicoId: expect.any(Number),
      leitoId: expect.any(Number),
      convenioId: expect.any(Number),
      cidEntrada: 'N189',
      carater: 'URGENCIA',
      observacao: 'Registro 4 do arquivo de AIH; horários sintéticos.',
      admitidaEm: '2017-10-14T12:28:00-03:00',
    });
    expect(enviados('/alta')).toContainEqual({
      cidSaida: 'N189',
      motivoSaida: 'ALTA_PUERPERA_RN',
      medicoId: expect.any(Number),
      em: '2017-10-16T12:04:00-02:00',
    });
    expect(
      enviados('/v1/pacientes').every(({ nome }) => /\(sintético AIH-\w+ \d\)$/.test(String(nome))),
    ).toBe(true);
  });

  it.each<[Defeito, RegExp]>([
    ['lancamento-em-dobro', /Lançamentos ativos +12 +6 {2}✗ diferente/],
    ['aviso-perdido', /Leitos com os avisos certos +3 +4 {2}✗ diferente/],
  ])('deve reprovar o servidor com %s', async (defeito, linha) => {
    expect(await rodar(defeito)).toBe(false);
    expect(escrito).toMatch(linha);
  });

  it('deve parar na primeira recusa e contar onde e por quê', async () => {
    await expect(rodar('recusa-a-alta')).rejects.toThrow(
      /^Registro \d: POST \/v1\/internacoes\/\d+\/alta respondeu 409: A internação não pode receber alta\. \(INTERNACAO\.ESTADO, campo em, correlação c-1\)$/,
    );
  });

  it('deve dizer que o acesso não confere', async () => {
    await expect(rodar(undefined, 'errada')).rejects.toThrow(
      'POST /v1/auth/login respondeu 401: E-mail ou senha não conferem.',
    );
  });
});
