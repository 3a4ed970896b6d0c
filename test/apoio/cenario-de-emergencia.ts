import { type Command, CommandBus } from '@nestjs/cqrs';
import { AbrirAcessoDeEmergencia } from '../../src/modulos/cuidados/casos-de-uso/abrir-acesso-de-emergencia.js';
import type { AcessoDeEmergenciaResposta } from '../../src/modulos/cuidados/persistencia/acessos-de-emergencia.js';
import type { Autor } from '../../src/plataforma/seguranca/autor.js';
import { AplicacaoDeTeste } from './aplicacao-de-teste.js';
import { CenarioDeInternacao } from './cenario-de-internacao.js';
import { Pessoa } from './pessoas.js';

/** A doctor without patients, an auditor, and a patient whom nobody treats. */
export class CenarioDeEmergencia {
  private constructor(
    readonly app: AplicacaoDeTeste,
    readonly cenario: CenarioDeInternacao,
    readonly medico: Autor,
    readonly auditor: Autor,
  ) {}

  static async montar(): Promise<CenarioDeEmergencia> {
    const app = await AplicacaoDeTeste.iniciar();
    const autor = async (papel: 'MEDICO' | 'AUDITOR'): Promise<Autor> => ({
      usuarioId: (await Pessoa.criar(app, [papel])).id,
      papeis: [papel],
    });
    const cenario = await CenarioDeInternacao.montar(app);
    return new CenarioDeEmergencia(app, cenario, await autor('MEDICO'), await autor('AUDITOR'));
  }

  executar<R>(comando: Command<R>): Promise<R> {
    return this.app.app.get(CommandBus).execute(comando);
  }

  abrir(pacienteId: number, autor = this.medico): Promise<AcessoDeEmergenciaResposta> {
    const dados = { pacienteId, motivo: 'Parada cardíaca no corredor.' };
    return this.executar(new AbrirAcessoDeEmergencia(dados, autor));
  }
}
