import { Global, Module } from '@nestjs/common';
import { AvisoSemSegundoFator } from './aviso-sem-segundo-fator.js';
import { AuthController } from './auth.controller.js';
import { AtenderPedidoHandler } from './casos-de-uso/atender-pedido.js';
import { CadastrarSeHandler } from './casos-de-uso/cadastrar-se.js';
import { PedirCodigoHandler } from './casos-de-uso/pedir-codigo.js';
import { RedefinirSenhaHandler } from './casos-de-uso/redefinir-senha.js';
import { VerificarEmailHandler } from './casos-de-uso/verificar-email.js';
import { DesligarContaDoPacienteHandler } from './casos-de-uso/desligar-conta-do-paciente.js';
import { LigarContaAoPacienteHandler } from './casos-de-uso/ligar-conta-ao-paciente.js';
import { ContaDoPacienteController } from './conta-do-paciente.controller.js';
import { ContaPropriaController } from './conta-propria.controller.js';
import { CodigosDeAcesso } from './contrato/codigos-de-acesso.js';
import { DonosDasContas } from './contrato/donos-das-contas.js';
import { PaginasDeAcessoController } from './paginas-de-acesso.controller.js';
import { CodigosNoBanco } from './persistencia/codigos-no-banco.js';
import { DonosDasContasSql } from './persistencia/donos-das-contas-sql.js';
import { AtenderPedidoRecebido } from './sagas/atender-pedido-recebido.saga.js';
import { EsquecerPedidos } from './tarefas/esquecer-pedidos.js';
import { CriarPrimeiroAcesso } from './primeiro-acesso.js';
import { AlterarUsuarioHandler } from './casos-de-uso/alterar-usuario.js';
import { CriarUsuarioHandler } from './casos-de-uso/criar-usuario.js';
import { EntrarHandler } from './casos-de-uso/entrar.js';
import { InativarUsuarioHandler } from './casos-de-uso/inativar-usuario.js';
import { ListarUsuariosHandler } from './casos-de-uso/listar-usuarios.js';
import { ObterUsuarioHandler } from './casos-de-uso/obter-usuario.js';
import { QuemSouEuHandler } from './casos-de-uso/quem-sou-eu.js';
import { ReativarUsuarioHandler } from './casos-de-uso/reativar-usuario.js';
import { EncerrarOutrasSessoesHandler } from './casos-de-uso/encerrar-outras-sessoes.js';
import { EncerrarSessaoHandler } from './casos-de-uso/encerrar-sessao.js';
import { ListarSessoesHandler } from './casos-de-uso/listar-sessoes.js';
import { RenovarSessaoHandler } from './casos-de-uso/renovar-sessao.js';
import { SairHandler } from './casos-de-uso/sair.js';
import { AberturaDeSessao } from './persistencia/abrir-sessao.js';
import { SessoesController } from './sessoes.controller.js';
import { EsquecerSessoes } from './tarefas/esquecer-sessoes.tarefa.js';
import { ConfirmacaoDeSenha } from './confirmacao-de-senha.js';
import { ConfirmarSegundoFatorHandler } from './casos-de-uso/confirmar-segundo-fator.js';
import { DesativarSegundoFatorHandler } from './casos-de-uso/desativar-segundo-fator.js';
import { DesbloquearUsuarioHandler } from './casos-de-uso/desbloquear-usuario.js';
import { IniciarSegundoFatorHandler } from './casos-de-uso/iniciar-segundo-fator.js';
import { RedefinirSenhaDoUsuarioHandler } from './casos-de-uso/redefinir-senha-do-usuario.js';
import { RetirarSegundoFatorHandler } from './casos-de-uso/retirar-segundo-fator.js';
import { TrocarSenhaHandler } from './casos-de-uso/trocar-senha.js';
import { MinhasCredenciaisController } from './minhas-credenciais.controller.js';
import { Credenciais } from './persistencia/credenciais.js';
import { SegundosFatores } from './persistencia/segundos-fatores.js';
import { SocorroAoUsuarioController } from './socorro-ao-usuario.controller.js';
import { INVARIANTES_DO_ACESSO } from './invariantes.js';
import { TentativasDeEntrada } from './tentativas-de-entrada.js';
import { UsuariosController } from './usuarios.controller.js';
import { DADOS_DO_ACESSO } from './persistencia/dados-do-acesso.js';

/** Who may enter, and what for. */
@Global()
@Module({
  controllers: [
    AuthController,
    SessoesController,
    ContaPropriaController,
    PaginasDeAcessoController,
    UsuariosController,
    MinhasCredenciaisController,
    SocorroAoUsuarioController,
    ContaDoPacienteController,
  ],
  providers: [
    CriarPrimeiroAcesso,
    AvisoSemSegundoFator,
    TentativasDeEntrada,
    AberturaDeSessao,
    EntrarHandler,
    RenovarSessaoHandler,
    SairHandler,
    ListarSessoesHandler,
    EncerrarSessaoHandler,
    EncerrarOutrasSessoesHandler,
    EsquecerSessoes,
    QuemSouEuHandler,
    CriarUsuarioHandler,
    ListarUsuariosHandler,
    ObterUsuarioHandler,
    AlterarUsuarioHandler,
    InativarUsuarioHandler,
    ReativarUsuarioHandler,
    CadastrarSeHandler,
    PedirCodigoHandler,
    AtenderPedidoHandler,
    VerificarEmailHandler,
    RedefinirSenhaHandler,
    AtenderPedidoRecebido,
    EsquecerPedidos,
    { provide: CodigosDeAcesso, useClass: CodigosNoBanco },
    { provide: DonosDasContas, useClass: DonosDasContasSql },
    DADOS_DO_ACESSO,
    ConfirmacaoDeSenha,
    Credenciais,
    SegundosFatores,
    TrocarSenhaHandler,
    IniciarSegundoFatorHandler,
    ConfirmarSegundoFatorHandler,
    DesativarSegundoFatorHandler,
    DesbloquearUsuarioHandler,
    RedefinirSenhaDoUsuarioHandler,
    RetirarSegundoFatorHandler,
    LigarContaAoPacienteHandler,
    DesligarContaDoPacienteHandler,
    INVARIANTES_DO_ACESSO,
  ],
  exports: [CodigosDeAcesso, DonosDasContas],
})
export class AcessoModule {}
