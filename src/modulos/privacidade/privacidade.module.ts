import { Module } from '@nestjs/common';
import { AvisoDePrivacidadeController } from './aviso-de-privacidade.controller.js';
import { AbrirPedidoHandler } from './casos-de-uso/abrir-pedido.js';
import { AtenderPedidoHandler } from './casos-de-uso/atender-pedido.js';
import { ExportarDadosHandler } from './casos-de-uso/exportar-dados.js';
import { ListarPedidosHandler } from './casos-de-uso/listar-pedidos.js';
import { ObterPedidoHandler } from './casos-de-uso/obter-pedido.js';
import { RecusarPedidoHandler } from './casos-de-uso/recusar-pedido.js';
import { DONOS_DOS_PEDIDOS } from './donos.js';
import { ExportacaoController } from './exportacao.controller.js';
import { INVARIANTES_DA_PRIVACIDADE } from './invariantes.js';
import { PedidosController } from './pedidos.controller.js';
import { DADOS_DA_PRIVACIDADE } from './persistencia/dados-da-privacidade.js';

/** What the person may do about the own data: take it along, ask, be answered. */
@Module({
  controllers: [ExportacaoController, PedidosController, AvisoDePrivacidadeController],
  providers: [
    ExportarDadosHandler,
    AbrirPedidoHandler,
    ListarPedidosHandler,
    ObterPedidoHandler,
    AtenderPedidoHandler,
    RecusarPedidoHandler,
    DADOS_DA_PRIVACIDADE,
    DONOS_DOS_PEDIDOS,
    INVARIANTES_DA_PRIVACIDADE,
  ],
})
export class PrivacidadeModule {}
