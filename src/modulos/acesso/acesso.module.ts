import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.js';
import { CriarPrimeiroAcesso } from './primeiro-acesso.js';
import { AlterarUsuarioHandler } from './casos-de-uso/alterar-usuario.js';
import { CriarUsuarioHandler } from './casos-de-uso/criar-usuario.js';
import { EntrarHandler } from './casos-de-uso/entrar.js';
import { InativarUsuarioHandler } from './casos-de-uso/inativar-usuario.js';
import { ListarUsuariosHandler } from './casos-de-uso/listar-usuarios.js';
import { ObterUsuarioHandler } from './casos-de-uso/obter-usuario.js';
import { QuemSouEuHandler } from './casos-de-uso/quem-sou-eu.js';
import { ReativarUsuarioHandler } from './casos-de-uso/reativar-usuario.js';
import { INVARIANTES_DO_ACESSO } from './invariantes.js';
import { TentativasDeEntrada } from './tentativas-de-entrada.js';
import { UsuariosController } from './usuarios.controller.js';

/** Who may enter, and what for. */
@Module({
  controllers: [AuthController, UsuariosController],
  providers: [
    CriarPrimeiroAcesso,
    TentativasDeEntrada,
    EntrarHandler,
    QuemSouEuHandler,
    CriarUsuarioHandler,
    ListarUsuariosHandler,
    ObterUsuarioHandler,
    AlterarUsuarioHandler,
    InativarUsuarioHandler,
    ReativarUsuarioHandler,
    INVARIANTES_DO_ACESSO,
  ],
})
export class AcessoModule {}
