import { ApiProperty } from '@nestjs/swagger';

/** One refused thing. */
export class ItemDeErroDaApi {
  @ApiProperty({ example: 'HttpConflictError', description: 'O tipo de recusa, um para cada status.' })
  title!: string;
  @ApiProperty({
    example: 'O leito 101-A já está ocupado.',
    description: 'Para quem lê: o que houve e o que fazer.',
  })
  message!: string;
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
  @ApiProperty({ type: () => ItemDeErroDaApi, isArray: true, description: 'Tudo o que foi recusado.' })
  error!: ItemDeErroDaApi[];
  @ApiProperty({
    example: '0190f6a2-7c4e-7cc3-98c4-dc0c0c07398f',
    description: 'Identifica o pedido nos registros: informe-o ao suporte.',
  })
  correlationId!: string;
}
