import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { DesbloquearUsuario } from './casos-de-uso/desbloquear-usuario.js';
import { RedefinirSenhaDoUsuario, SenhaProvisoria } from './casos-de-uso/redefinir-senha-do-usuario.js';
import { MotivoDaRetirada, RetirarSegundoFator } from './casos-de-uso/retirar-segundo-fator.js';
import { UsuarioResposta } from './persistencia/ler-usuario.js';

/** What an administrator does for who cannot enter. */
@ApiTags('Usuários')
@Controller('usuarios')
export class SocorroAoUsuarioController {
  constructor(private readonly comandos: CommandBus) {}

  @Post(':id/desbloquear')
  @Rota({
    resumo: 'Libera uma conta bloqueada por tentativas erradas',
    acesso: ['ADMIN'],
    sigilosa: true,
    forma: 'vazio',
    erros: [404],
  })
  desbloquear(@IdDaRota('id', { exemplo: 5 }) id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new DesbloquearUsuario(id, autor));
  }

  @Post(':id/redefinir-senha')
  @Rota({
    resumo: 'Dá a um usuário uma senha provisória',
    descricao:
      'As sessões dele terminam e a conta é liberada. Se o hospital exige (`exigeTrocaDaSenhaInicial`), ele a troca ao entrar.',
    acesso: ['ADMIN'],
    sigilosa: true,
    versao: 'usuarios',
    responde: UsuarioResposta,
    erros: [404, 422, 429],
  })
  redefinirSenha(
    @IdDaRota('id', { exemplo: 8 }) id: number,
    @Body() dados: SenhaProvisoria,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new RedefinirSenhaDoUsuario(id, dados, autor));
  }

  @Post(':id/retirar-segundo-fator')
  @Rota({
    resumo: 'Retira o segundo fator de quem perdeu o aparelho',
    descricao: 'Confira antes quem pede: depois, a senha basta para entrar. As sessões dele terminam.',
    acesso: ['ADMIN'],
    sigilosa: true,
    versao: 'usuarios',
    responde: UsuarioResposta,
    erros: [404, 409, 422],
  })
  retirarSegundoFator(
    @IdDaRota('id', { exemplo: 8 }) id: number,
    @Body() dados: MotivoDaRetirada,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new RetirarSegundoFator(id, dados, autor));
  }
}
