import { diaValido, type Dia } from '../../src/plataforma/tempo/calendario.js';
import type { LinhaCsv } from './csv.js';
import { ErroDeUso } from './erro-de-uso.js';

export type Grupo =
  'cirurgico' | 'obstetrico' | 'clinico' | 'cronico' | 'psiquiatria' | 'pediatrico' | 'outros';

/** One hospital admission of the file, in the words of the API. */
export interface RegistroAih {
  /** Position in the file, from 1. */
  numero: number;
  grupo: Grupo;
  sexo: 'M' | 'F' | 'OUTRO';
  dataNascimento: Dia;
  entrada: Dia;
  /** Absent when the file only cuts the bill (the patient stays in). */
  saida?: { dia: Dia; motivo: MotivoSaida };
  cid: string;
  carater: 'ELETIVO' | 'URGENCIA';
}

export type MotivoSaida =
  | 'ALTA_CURADO'
  | 'ALTA_MELHORADO'
  | 'ALTA_OUTROS'
  | 'ALTA_A_PEDIDO'
  | 'ALTA_RETORNO'
  | 'EVASAO'
  | 'ALTA_PUERPERA_RN'
  | 'TRANSFERENCIA_EXTERNA'
  | 'INTERNACAO_DOMICILIAR'
  | 'OBITO';

/** ESPEC of SIH; every other code (09, 87 …) is a bed of "outros". */
const GRUPO_POR_ESPEC: Readonly<Record<string, Grupo>> = {
  '01': 'cirurgico',
  '02': 'obstetrico',
  '03': 'clinico',
  '04': 'cronico',
  '05': 'psiquiatria',
  '07': 'pediatrico',
};

const SEXO_DO_CODIGO: Readonly<Record<string, 'M' | 'F'>> = { '1': 'M', '2': 'F', '3': 'F' };

/** COBRANCA of SIH → exit (the table "one exit vocabulary"); 19 has no word of its own. */
const MOTIVO_POR_COBRANCA: Readonly<Record<string, MotivoSaida>> = {
  '11': 'ALTA_CURADO',
  '12': 'ALTA_MELHORADO',
  '14': 'ALTA_A_PEDIDO',
  '15': 'ALTA_RETORNO',
  '16': 'EVASAO',
  '18': 'ALTA_OUTROS',
  '19': 'ALTA_OUTROS',
  '31': 'TRANSFERENCIA_EXTERNA',
  '32': 'INTERNACAO_DOMICILIAR',
  '41': 'OBITO',
  '42': 'OBITO',
  '43': 'OBITO',
  '61': 'ALTA_PUERPERA_RN',
  '62': 'ALTA_PUERPERA_RN',
  '63': 'ALTA_PUERPERA_RN',
  '64': 'ALTA_PUERPERA_RN',
  '65': 'OBITO',
  '66': 'OBITO',
  '67': 'OBITO',
};

/** PERMANENCIA (21–28) and ENCERRAMENTO_ADMINISTRATIVO (51) close a bill, not a stay. */
const CORTE_DE_COBRANCA = /^(2[1-8]|51)$/;

/** Reads one admission; a code or date that it does not know stops the run and names the record. */
export function lerRegistroAih(linha: LinhaCsv, numero: number): RegistroAih {
  const ler = (coluna: string): string => {
    const valor = linha.get(coluna);
    if (valor === undefined) throw new ErroDeUso(`Falta a coluna ${coluna} no CSV.`);
    return valor;
  };
  const recusar = (coluna: string): never => {
    throw new ErroDeUso(`Registro ${numero}: ${coluna} "${ler(coluna)}" não é conhecido.`);
  };
  const lerDia = (coluna: string): Dia => {
    const dia = ler(coluna).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
    return diaValido(dia) ? dia : recusar(coluna);
  };

  const entrada = lerDia('DT_INTER');
  const cobranca = ler('COBRANCA');
  const motivo = MOTIVO_POR_COBRANCA[cobranca];
  if (motivo === undefined && !CORTE_DE_COBRANCA.test(cobranca)) recusar('COBRANCA');
  const diaDaSaida = lerDia('DT_SAIDA');
  if (diaDaSaida < entrada) recusar('DT_SAIDA');
  return {
    numero,
    grupo: GRUPO_POR_ESPEC[ler('ESPEC')] ?? 'outros',
    sexo: SEXO_DO_CODIGO[ler('SEXO')] ?? 'OUTRO',
    dataNascimento: lerDia('NASC'),
    entrada,
    ...(motivo === undefined ? {} : { saida: { dia: diaDaSaida, motivo } }),
    cid: ler('DIAG_PRINC'),
    // 01 is elective; 02 to 06 are urgencies of several kinds.
    carater: ler('CAR_INT') === '01' ? 'ELETIVO' : 'URGENCIA',
  };
}
