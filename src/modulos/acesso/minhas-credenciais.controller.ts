import { Body, Controller, Patch, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import {
  CodigoDeConfirmacao,
  CodigosDeRecuperacao,
  ConfirmarSegundoFator,
} from './casos-de-uso/confirmar-segundo-fator.js';
import { DesativacaoDoSegundoFator, DesativarSegundoFator } from './casos-de-uso/desativar-segundo-fator.js';
import {
  IniciarSegundoFator,
  InicioDoSegundoFator,
  SegredoDoSegundoFator,
} from './casos-de-uso/iniciar-segundo-fator.js';
import { TrocaDeSenha, TrocarSenha } from './casos-de-uso/trocar-senha.js';

/** Whoever entered, whatever else they still have to do. */
const DE_CADA_UM = { acesso: 'autenticado', alvo: 'pendencia', sigilosa: true } as const;

/** What people enter with, changed by themselves. */
@ApiTags('Acesso')
@Controller('auth/eu')
export class MinhasCredenciaisController {
  constructor(private readonly comandos: CommandBus) {}

  @Patch('senha')
  @Rota({
    ...DE_CADA_UM,
    resumo: 'Troca a própria senha',
    auditoria: { acao: 'acesso.trocar-senha' },
    descricao:
      'A sessão continua; as outras terminam. Uma senha atual errada conta como uma tentativa de entrada errada. Se a ' +
      'senha era provisória, renove o token em `POST /v1/auth/refresh`.',
    forma: 'vazio',
    erros: [409, 422, 429],
  })
  trocarSenha(@Body() dados: TrocaDeSenha, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new TrocarSenha(dados, autor));
  }

  @Post('segundo-fator')
  @Rota({
    ...DE_CADA_UM,
    resumo: 'Começa a cadastrar o segundo fator',
    auditoria: { acao: 'acesso.iniciar-segundo-fator' },
    descricao:
      'Leia o endereço `otpauth` com um aplicativo autenticador (RFC 6238) e confirme com o código que ele mostrar. Até ' +
      'lá nada muda; começar de novo dá outro segredo.',
    responde: SegredoDoSegundoFator,
    erros: [409, 422, 429],
  })
  iniciar(@Body() dados: InicioDoSegundoFator, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new IniciarSegundoFator(dados, autor));
  }

  @Post('segundo-fator/confirmar')
  @Rota({
    ...DE_CADA_UM,
    resumo: 'Confirma o segundo fator e recebe os códigos de recuperação',
    auditoria: { acao: 'acesso.confirmar-segundo-fator' },
    descricao:
      'Daí em diante o login pede também `codigo`. As outras sessões terminam. Se o segundo fator era uma pendência, ' +
      'renove o token em `POST /v1/auth/refresh`.',
    responde: CodigosDeRecuperacao,
    erros: [409, 422, 429],
  })
  confirmar(@Body() dados: CodigoDeConfirmacao, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ConfirmarSegundoFator(dados, autor));
  }

  @Post('segundo-fator/desativar')
  @Rota({
    ...DE_CADA_UM,
    resumo: 'Desativa o segundo fator',
    auditoria: { acao: 'acesso.desativar-segundo-fator' },
    descricao: 'Onde o hospital não o exige. As outras sessões terminam.',
    forma: 'vazio',
    erros: [422, 429],
  })
  desativar(@Body() dados: DesativacaoDoSegundoFator, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new DesativarSegundoFator(dados, autor));
  }
}
