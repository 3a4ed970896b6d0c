export interface AltaConcedida {
  internacaoId: number;
}
