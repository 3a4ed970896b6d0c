/** What every record of a register keeps of its own life. */
export interface Marcas {
  ativo: boolean;
  inativadoEm: Date | null;
  motivoInativacao: string | null;
  criadoEm: Date;
  atualizadoEm: Date;
  versao: number;
}

export const marcasDeCriacao = (agora: Date): Marcas => ({
  ativo: true,
  inativadoEm: null,
  motivoInativacao: null,
  criadoEm: agora,
  atualizadoEm: agora,
  versao: 1,
});

export const marcasDeAlteracao = (
  { versao }: Pick<Marcas, 'versao'>,
  agora: Date,
): Pick<Marcas, 'atualizadoEm' | 'versao'> => ({
  atualizadoEm: agora,
  versao: versao + 1,
});
