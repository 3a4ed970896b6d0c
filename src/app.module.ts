import { type DynamicModule, Module } from '@nestjs/common';
import { BancoModule } from './banco/banco.module.js';
import type { Ambiente } from './config/ambiente.js';
import { ConfigModule } from './config/config.module.js';
import { ENTIDADES, MIGRACOES } from './esquema.js';
import { AuditoriaModule } from './modulos/auditoria/auditoria.module.js';
import { AcessoModule } from './modulos/acesso/acesso.module.js';
import { DemonstracaoModule } from './demonstracao/demonstracao.module.js';
import { PlataformaModule } from './plataforma/plataforma.module.js';
import { HospitalModule } from './modulos/hospital/hospital.module.js';
import { ConveniosModule } from './modulos/convenios/convenios.module.js';
import { NotificacoesModule } from './modulos/notificacoes/notificacoes.module.js';
import { CuidadosModule } from './modulos/cuidados/cuidados.module.js';
import { MedicosModule } from './modulos/medicos/medicos.module.js';
import { PacientesModule } from './modulos/pacientes/pacientes.module.js';
import { LeitosModule } from './modulos/leitos/leitos.module.js';
import { InternacoesModule } from './modulos/internacoes/internacoes.module.js';
import { PrivacidadeModule } from './modulos/privacidade/privacidade.module.js';
import { FinanceiroModule } from './modulos/financeiro/financeiro.module.js';

/** The modules of the hospital: the table of contents of the product. */
export const MODULOS: (new () => object)[] = [
  AcessoModule,
  HospitalModule,
  ConveniosModule,
  NotificacoesModule,
  MedicosModule,
  PacientesModule,
  LeitosModule,
  InternacoesModule,
  FinanceiroModule,
  CuidadosModule,
  PrivacidadeModule,
  AuditoriaModule,
];

@Module({})
export class AppModule {
  static com(ambiente: Ambiente): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.com(ambiente),
        BancoModule.comEsquema({ entidades: ENTIDADES, migracoes: MIGRACOES }),
        DemonstracaoModule,
        PlataformaModule,
        ...MODULOS,
      ],
    };
  }
}
