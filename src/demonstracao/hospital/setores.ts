import type { TipoDeLeito } from '../../modulos/leitos/contrato/tipos.js';
import type { CadastroDoLeito } from '../../modulos/leitos/dominio/cadastro-do-leito.js';

/** The ids of the setores. */
export const SETOR = {
  CLINICA_MEDICA: 1,
  CLINICA_CIRURGICA: 2,
  UTI_ADULTO: 3,
  PEDIATRIA: 4,
  MATERNIDADE: 5,
  UTI_NEONATAL: 6,
  EMERGENCIA: 7,
  PSIQUIATRIA: 8,
} as const;

/** Beds that are alike, numbered in a row. */
interface Fileira extends Partial<Omit<CadastroDoLeito, 'setorId' | 'numero' | 'tipo' | 'instaladoDesde'>> {
  readonly tipo: TipoDeLeito;
  readonly quantos: number;
  /** Two to a room are `201-A` and `201-B`; the others, `UTI-01`. */
  readonly numero: { readonly quarto: number } | { readonly sigla: string };
}

interface SetorDaDemonstracao {
  readonly nome: string;
  readonly andar: number;
  readonly responsavel: string;
  readonly fileiras: readonly Fileira[];
}

const EXTRA = { extra: true, instalado: false, planejado: false } as const;
/** Promised to the next building works. */
const SO_PLANEJADO = { instalado: false } as const;

/** By their ids, from 1. */
// prettier-ignore
export const SETORES: readonly SetorDaDemonstracao[] = [
  {
    nome: 'Clínica Médica', andar: 2, responsavel: 'Enf. Rosana Vilela',
    fileiras: [
      { tipo: 'ENFERMARIA', quantos: 30, numero: { quarto: 201 } },
      { tipo: 'ISOLAMENTO', quantos: 4, numero: { sigla: 'ISO' } },
      { tipo: 'ENFERMARIA', quantos: 2, numero: { sigla: 'EXT' }, ...EXTRA },
    ],
  },
  {
    nome: 'Clínica Cirúrgica', andar: 3, responsavel: 'Enf. Márcio Queiroga',
    fileiras: [
      { tipo: 'ENFERMARIA', quantos: 16, numero: { quarto: 301 } },
      { tipo: 'APARTAMENTO', quantos: 10, numero: { sigla: 'APT' } },
    ],
  },
  {
    nome: 'UTI Adulto', andar: 4, responsavel: 'Enf. Débora Sarmento',
    fileiras: [
      { tipo: 'UTI_ADULTO', quantos: 12, numero: { sigla: 'UTI' } },
      { tipo: 'SEMI_INTENSIVO', quantos: 6, numero: { sigla: 'SEMI' } },
      { tipo: 'UTI_ADULTO', quantos: 3, numero: { sigla: 'NOVA' }, ...SO_PLANEJADO },
    ],
  },
  {
    nome: 'Pediatria', andar: 1, responsavel: 'Enf. Lívia Bittencourt',
    fileiras: [
      { tipo: 'PEDIATRICO', quantos: 12, numero: { quarto: 111 } },
      { tipo: 'UTI_PEDIATRICA', quantos: 4, numero: { sigla: 'UTIP' } },
    ],
  },
  {
    nome: 'Maternidade', andar: 1, responsavel: 'Enf. Ivone Prates',
    fileiras: [
      { tipo: 'ENFERMARIA', quantos: 4, numero: { quarto: 121 } },
      { tipo: 'APARTAMENTO', quantos: 2, numero: { sigla: 'MAT' } },
    ],
  },
  {
    nome: 'UTI Neonatal', andar: 1, responsavel: 'Enf. Cecília Fontoura',
    fileiras: [{ tipo: 'UTI_NEONATAL', quantos: 7, numero: { sigla: 'NEO' } }],
  },
  {
    nome: 'Emergência', andar: 0, responsavel: 'Enf. Anderson Tolentino',
    fileiras: [
      { tipo: 'EMERGENCIA', quantos: 6, numero: { sigla: 'EME' } },
      { tipo: 'EMERGENCIA', quantos: 3, numero: { sigla: 'OBS' }, classe: 'OBSERVACAO' },
      { tipo: 'EMERGENCIA', quantos: 4, numero: { sigla: 'MACA' }, ...EXTRA, maca: true },
    ],
  },
  {
    nome: 'Psiquiatria', andar: 0, responsavel: 'Enf. Helena Drumond',
    fileiras: [{ tipo: 'PSIQUIATRICO', quantos: 8, numero: { sigla: 'PSI' } }],
  },
];

const doisDigitos = (n: number): string => String(n).padStart(2, '0');

/** What the register says of every bed, by id, from 1. */
export function cadastrosDosLeitos(): CadastroDoLeito[] {
  return SETORES.flatMap(({ fileiras }, i) =>
    fileiras.flatMap(({ quantos, numero, ...leito }) =>
      Array.from({ length: quantos }, (_, n): CadastroDoLeito => ({
        setorId: i + 1,
        numero:
          'quarto' in numero
            ? `${numero.quarto + Math.floor(n / 2)}-${n % 2 === 0 ? 'A' : 'B'}`
            : `${numero.sigla}-${doisDigitos(n + 1)}`,
        ...{ classe: 'INTERNACAO', extra: false, maca: false, planejado: true, instalado: true },
        ...leito,
        instaladoDesde: null,
      })),
    ),
  );
}
