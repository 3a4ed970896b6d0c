import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { Agendador } from '../../../plataforma/agendador/agendador.js';
import { PedirCodigo } from '../casos-de-uso/pedir-codigo.js';
import { CodigosDeAcesso } from '../contrato/codigos-de-acesso.js';

const HORA = 3_600_000;

describe('esquecer pedidos', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  it('deve apagar, um dia depois, o que se pediu e os códigos que venceram, e só eles', async () => {
    const ana = {
      nome: 'Ana',
      email: 'ana@teste.local',
      senha: 'uma frase bem comprida',
      papeis: ['MEDICO'],
    };
    const { id } = await app.criar('/v1/usuarios', ana);
    const rodar = () => app.app.get(Agendador).rodar();
    const restam = async () =>
      (
        await Promise.all(
          ['pedidos_de_acesso', 'codigos_de_acesso'].map((t) => app.consultar(`SELECT id FROM ${t}`)),
        )
      ).map((linhas) => linhas.length);
    await app.app.get(CommandBus).execute(new PedirCodigo('REENVIO', { email: 'ninguem@teste.local' }));
    await app.app.get(CodigosDeAcesso).emitir(id, 'REDEFINICAO', ana.email);

    app.relogio.avancar(23 * HORA);
    await rodar();
    expect(await restam()).toEqual([1, 1]);
    app.relogio.avancar(HORA + 11 * 60_000);
    await rodar();
    expect(await restam()).toEqual([0, 1]);
    app.relogio.avancar(20 * 60_000);
    await rodar();
    expect(await restam()).toEqual([0, 0]);
  });
});
