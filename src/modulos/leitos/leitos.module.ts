import { Global, Module } from '@nestjs/common';
import { AlterarLeitoHandler } from './casos-de-uso/alterar-leito.js';
import { AlterarSetorHandler } from './casos-de-uso/alterar-setor.js';
import { BloquearLeitoHandler } from './casos-de-uso/bloquear-leito.js';
import { CancelarPlanoHandler } from './casos-de-uso/cancelar-plano.js';
import { CancelarReservaDaSolicitacaoHandler } from './casos-de-uso/cancelar-reserva-da-solicitacao.js';
import { CancelarReservaHandler } from './casos-de-uso/cancelar-reserva.js';
import { ConcluirLimpezaHandler } from './casos-de-uso/concluir-limpeza.js';
import { ConcluirManutencaoHandler } from './casos-de-uso/concluir-manutencao.js';
import { CadastrarLeitoHandler } from './casos-de-uso/cadastrar-leito.js';
import { CadastrarSetorHandler } from './casos-de-uso/cadastrar-setor.js';
import { DesativarLeitoHandler } from './casos-de-uso/desativar-leito.js';
import { DesbloquearLeitoHandler } from './casos-de-uso/desbloquear-leito.js';
import { InativarSetorHandler } from './casos-de-uso/inativar-setor.js';
import { IniciarLimpezaHandler } from './casos-de-uso/iniciar-limpeza.js';
import { ListarHistoricoDoLeitoHandler } from './casos-de-uso/listar-historico-do-leito.js';
import { ListarLeitosHandler } from './casos-de-uso/listar-leitos.js';
import { ListarPlanosHandler } from './casos-de-uso/listar-planos.js';
import { ListarSetoresHandler } from './casos-de-uso/listar-setores.js';
import { MapaDeLeitosHandler } from './casos-de-uso/mapa-de-leitos.js';
import { ObterLeitoHandler } from './casos-de-uso/obter-leito.js';
import { ObterPlanoHandler } from './casos-de-uso/obter-plano.js';
import { ObterSetorHandler } from './casos-de-uso/obter-setor.js';
import { PorEmManutencaoHandler } from './casos-de-uso/por-em-manutencao.js';
import { ReativarLeitoHandler } from './casos-de-uso/reativar-leito.js';
import { ReativarSetorHandler } from './casos-de-uso/reativar-setor.js';
import { ReservarLeitoHandler } from './casos-de-uso/reservar-leito.js';
import { ComandosDeLeito } from './comando-de-leito.js';
import { LeituraDeLeitos } from './contrato/leitura-de-leitos.js';
import { OcupacaoDeLeitos } from './contrato/ocupacao-de-leitos.js';
import { INVARIANTES_DOS_LEITOS } from './invariantes/invariantes-dos-leitos.js';
import { LeitosController } from './leitos.controller.js';
import { DestinatarioDaReserva } from './persistencia/destinatario-da-reserva.js';
import { LeitosEmDia } from './persistencia/leitos-em-dia.js';
import { LeituraDeLeitosNoBanco } from './persistencia/leitura-de-leitos-no-banco.js';
import { OcupacaoDeLeitosNoBanco } from './persistencia/ocupacao-de-leitos-no-banco.js';
import { PlanosDevidos } from './persistencia/planos-devidos.js';
import { PlanosController } from './planos.controller.js';
import { CancelarReservaAoEncerrarSolicitacao } from './sagas/cancelar-reserva-ao-encerrar-solicitacao.saga.js';
import { SetoresController } from './setores.controller.js';
import { VencerPrazos } from './tarefas/vencer-prazos.js';
import { DADOS_DOS_LEITOS } from './persistencia/dados-dos-leitos.js';

const SETORES = [
  CadastrarSetorHandler,
  AlterarSetorHandler,
  InativarSetorHandler,
  ReativarSetorHandler,
  ListarSetoresHandler,
  ObterSetorHandler,
];

const LEITOS = [
  CadastrarLeitoHandler,
  AlterarLeitoHandler,
  ListarLeitosHandler,
  ObterLeitoHandler,
  MapaDeLeitosHandler,
  ListarHistoricoDoLeitoHandler,
];

const COMANDOS = [
  ComandosDeLeito,
  ReservarLeitoHandler,
  CancelarReservaHandler,
  IniciarLimpezaHandler,
  ConcluirLimpezaHandler,
  BloquearLeitoHandler,
  DesbloquearLeitoHandler,
  PorEmManutencaoHandler,
  ConcluirManutencaoHandler,
  DesativarLeitoHandler,
  ReativarLeitoHandler,
];

const RESERVAS_E_PLANOS = [
  DestinatarioDaReserva,
  CancelarReservaDaSolicitacaoHandler,
  CancelarReservaAoEncerrarSolicitacao,
  PlanosDevidos,
  ListarPlanosHandler,
  ObterPlanoHandler,
  CancelarPlanoHandler,
  VencerPrazos,
];

/** Setores, beds, their states and who occupies them. */
@Global()
@Module({
  controllers: [SetoresController, LeitosController, PlanosController],
  providers: [
    ...SETORES,
    ...LEITOS,
    ...COMANDOS,
    ...RESERVAS_E_PLANOS,
    LeitosEmDia,
    DADOS_DOS_LEITOS,
    INVARIANTES_DOS_LEITOS,
    { provide: OcupacaoDeLeitos, useClass: OcupacaoDeLeitosNoBanco },
    { provide: LeituraDeLeitos, useClass: LeituraDeLeitosNoBanco },
  ],
  exports: [OcupacaoDeLeitos, LeituraDeLeitos],
})
export class LeitosModule {}
