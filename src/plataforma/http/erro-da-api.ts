import { ApiProperty } from '@nestjs/swagger';

/** One refused thing. */
export class ItemDeErroDaApi {
  @ApiProperty({ example: 'HttpConflictError' }) title!: string;
  @ApiProperty({ example: 'O leito 101-A já está ocupado.' }) message!: string;
  @ApiProperty({ example: 'INTERNACAO.LEITO_OCUPADO', description: 'Código estável, para programas.' })
  codigo!: string;
  @ApiProperty({
    example: 'leitoId',
    required: false,
    description: 'Campo do corpo ou da consulta, quando há um.',
  })
  campo?: string;
}

/** The envelope of every failure. */
export class ErroDaApi {
  @ApiProperty({ type: () => ItemDeErroDaApi, isArray: true }) error!: ItemDeErroDaApi[];
  @ApiProperty({ example: '0190f6a2-7c4e-7cc3-98c4-dc0c0c07398f' }) correlationId!: string;
}
