import { Controller, Get, Module, Post } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { describe, expect, it } from '@jest/globals';
import { Rota } from '../http/rota.js';
import { DonosDosRegistros } from './donos-dos-registros.js';
import { RotasDeclaradas } from './rotas-declaradas.js';

@Controller('declarada')
class ControladorDeclarado {
  @Get() @Rota({ resumo: 'Lista', acesso: 'publico' }) listar(): void {}

  @Post() @Rota({ resumo: 'Cria', acesso: [] }) criar(): void {}

  /** Not a route. */
  ajudar(): void {}
}

@Controller('esquecida')
class ControladorEsquecido {
  @Get() @Rota({ resumo: 'Lista', acesso: ['GESTAO'] }) listar(): void {}

  @Get(':id') obter(): void {}

  @Post() criar(): void {}
}

@Controller('herdeira')
class ControladorHerdeiro extends ControladorEsquecido {
  @Post() @Rota({ resumo: 'Cria', acesso: [] }) override criar(): void {}
}

@Controller('sem-dono')
class ControladorSemDono {
  @Get() @Rota({ resumo: 'Lista', acesso: ['MEDICO'], forma: 'lista' }) listar(): void {}

  @Get(':id') @Rota({ resumo: 'Mostra', acesso: 'autenticado' }) obter(): void {}

  @Post(':id/dar') @Rota({ resumo: 'Dá', acesso: ['GESTAO', 'PACIENTE'], alvo: 'livre' }) dar(): void {}

  @Post() @Rota({ resumo: 'Cria', acesso: ['MEDICO'], forma: 'criado' }) criar(): void {}

  @Post(':id/tirar') @Rota({ resumo: 'Tira', acesso: ['GESTAO'] }) tirar(): void {}
}

@Controller('desconhecido')
class ControladorDeDesconhecido {
  @Get() @Rota({ resumo: 'Lista', acesso: ['MEDICO'], alvo: 'conta', forma: 'lista' }) listar(): void {}

  @Get(':id') @Rota({ resumo: 'Mostra', acesso: ['MEDICO'], alvo: 'contta' }) obter(): void {}
}

const iniciar = async (controladores: (new () => object)[]): Promise<void> => {
  @Module({ controllers: controladores })
  class Modulo {}
  const modulo = await Test.createTestingModule({
    imports: [DiscoveryModule, Modulo],
    providers: [
      RotasDeclaradas,
      { provide: DonosDosRegistros, useValue: { conhece: (alvo: string) => alvo === 'conta' } },
    ],
  }).compile();
  await modulo.init();
};

describe('rotas declaradas', () => {
  it('deve deixar iniciar quando todas as rotas dizem quem pode chamá-las', async () => {
    await expect(iniciar([ControladorDeclarado])).resolves.toBeUndefined();
  });

  it('deve impedir o início e nomear cada rota esquecida', async () => {
    await expect(iniciar([ControladorDeclarado, ControladorEsquecido])).rejects.toThrow(
      'Estas rotas não declaram quem pode chamá-las (@Rota): ControladorEsquecido.criar, ControladorEsquecido.obter.',
    );
  });

  it('deve impedir o início de rotas abertas a quem não alcança todos os registros, e que não dizem de quem eles são', async () => {
    await expect(iniciar([ControladorSemDono])).rejects.toThrow(
      "'livre', se de ninguém): ControladorSemDono.criar, ControladorSemDono.listar, ControladorSemDono.obter.",
    );
  });

  it('deve impedir o início de quem declara um tipo de registro que nenhum módulo conhece', async () => {
    await expect(iniciar([ControladorDeDesconhecido])).rejects.toThrow(
      'que estas rotas declaram em `alvo`: ControladorDeDesconhecido.obter.',
    );
  });

  it('deve olhar também as rotas herdadas', async () => {
    await expect(iniciar([ControladorHerdeiro])).rejects.toThrow('ControladorHerdeiro.obter');
  });
});
