import { lerCsv } from '../../ferramentas/aih/csv.js';
import { lerRegistroAih, type RegistroAih } from '../../ferramentas/aih/registro-aih.js';

const PADRAO = {
  ESPEC: '03',
  SEXO: '1',
  NASC: '19500131',
  DT_INTER: '20171010',
  DT_SAIDA: '20171013',
  DIAG_PRINC: 'N189',
  COBRANCA: '12',
  CAR_INT: '02',
};

/** A made-up file in the shape of the real one: quoted text, bare numbers, an unnamed first column. */
export function csvInventado(linhas: readonly Partial<typeof PADRAO>[]): string {
  const cabecalho = ['', ...Object.keys(PADRAO), 'VAL_TOT'].map((coluna) => `"${coluna}"`);
  const corpo = linhas.map((linha, indice) => [
    `"${indice + 1}"`,
    ...Object.values({ ...PADRAO, ...linha }).map((valor) => `"${valor}"`),
    '607,1',
  ]);
  return [cabecalho, ...corpo].map((campos) => `${campos.join(';')}\n`).join('');
}

export function registrosInventados(linhas: readonly Partial<typeof PADRAO>[]): RegistroAih[] {
  return lerCsv(csvInventado(linhas)).map((linha, indice) => lerRegistroAih(linha, indice + 1));
}
