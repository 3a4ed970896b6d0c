import { Global, Module } from '@nestjs/common';
import { VinculosDeCuidado } from './contrato/vinculos-de-cuidado.js';
import { VinculosDeCuidadoNoBanco } from './persistencia/vinculos-de-cuidado-no-banco.js';
import { DADOS_DOS_CUIDADOS } from './persistencia/dados-dos-cuidados.js';
import { SOB_CUIDADO } from './sob-cuidado.js';

/** Who is under whose care. */
@Global()
@Module({
  providers: [
    { provide: VinculosDeCuidado, useClass: VinculosDeCuidadoNoBanco },
    SOB_CUIDADO,
    DADOS_DOS_CUIDADOS,
  ],
  exports: [VinculosDeCuidado],
})
export class CuidadosModule {}
