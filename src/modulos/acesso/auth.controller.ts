import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { daPropriaMaquina } from '../../plataforma/http/da-propria-maquina.js';
import { ErroDaApi } from '../../plataforma/http/erro-da-api.js';
import { AutorAtual, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { DadosDaEntrada, Entrar } from './casos-de-uso/entrar.js';
import { EntradaResposta } from './persistencia/entrada-resposta.js';
import { UsuarioResposta } from './persistencia/ler-usuario.js';
import { QuemSouEu } from './casos-de-uso/quem-sou-eu.js';

@ApiTags('Acesso')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Post('login')
  @Rota({
    resumo: 'Entra com e-mail e senha',
    descricao:
      'A resposta traz o token das demais rotas, que vale dez minutos, e o que o renova em `POST /v1/auth/refresh`; ' +
      'nesta página ele passa a valer, e se renova, sozinho (veja **Autorizar**). ' +
      'A recusa (401 `ACESSO.CREDENCIAIS_INVALIDAS`) é a mesma para qualquer motivo.',
    acesso: 'publico',
    sigilosa: true,
    auditoria: 'propria',
    responde: EntradaResposta,
    erros: [422, 429],
  })
  @ApiResponse({
    status: 401,
    description: 'E-mail ou senha incorretos.',
    schema: { $ref: getSchemaPath(ErroDaApi) },
  })
  @ApiResponse({
    status: 403,
    description: 'Acesso da demonstração usado de outra máquina.',
    schema: { $ref: getSchemaPath(ErroDaApi) },
  })
  entrar(@Body() dados: DadosDaEntrada, @Req() requisicao: FastifyRequest) {
    return this.comandos.execute(
      new Entrar(dados, daPropriaMaquina(requisicao), requisicao.headers['user-agent']),
    );
  }

  @Get('eu')
  @Rota({
    resumo: 'Mostra quem está usando o token',
    acesso: 'autenticado',
    alvo: 'pendencia',
    sigilosa: true,
    responde: UsuarioResposta,
    versao: 'usuarios',
  })
  eu(@AutorAtual() autor: Autor) {
    return this.consultas.execute(new QuemSouEu(autor));
  }
}
