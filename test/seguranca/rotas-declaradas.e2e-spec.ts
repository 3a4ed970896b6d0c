import { Controller, Get, Module } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MODULOS } from '../../src/app.module.js';
import { criarAplicacao } from '../../src/aplicacao.js';
import { type BancoDeTeste, criarBancoDeTeste } from '../apoio/banco-de-teste.js';

/** What somebody in a hurry might write: closed by nobody, opened by nobody. */
@Controller('segredos')
class SegredosController {
  @Get() listar(): string[] {
    return ['tudo'];
  }
}

@Module({ controllers: [SegredosController] })
class SegredosModule {}

describe('início da aplicação com uma rota que não declara acesso', () => {
  let banco: BancoDeTeste;

  beforeEach(async () => {
    banco = await criarBancoDeTeste();
    MODULOS.push(SegredosModule);
  });

  afterEach(async () => {
    MODULOS.pop();
    await banco.apagar();
  });

  it('deve ser recusado, com o nome da rota', async () => {
    await expect(criarAplicacao(banco.ambiente)).rejects.toThrow('SegredosController.listar');
  });
});
