import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeEmergencia } from '../../../../test/apoio/cenario-de-emergencia.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { EncerrarAcessoDeEmergencia } from './encerrar-acesso-de-emergencia.js';

describe('encerrar acesso de emergência', () => {
  let emergencia: CenarioDeEmergencia;
  beforeAll(async () => {
    emergencia = await CenarioDeEmergencia.montar();
  });
  afterAll(() => emergencia.app.encerrar());

  it('deve acabar na hora, e continuar à espera da revisão', async () => {
    const { id } = await emergencia.abrir(await emergencia.cenario.paciente());
    const acesso = await emergencia.executar(new EncerrarAcessoDeEmergencia(id, emergencia.medico));
    expect([acesso.encerradoEm, acesso.revisadoEm]).toEqual([acesso.ate, null]);
  });

  it('deve recusar, sem nada gravar, o de outra pessoa e o que já acabou', async () => {
    const { id } = await emergencia.abrir(await emergencia.cenario.paciente());
    const encerrar = (autor = emergencia.medico) =>
      emergencia.executar(new EncerrarAcessoDeEmergencia(id, autor));
    const esperaRecusa = (codigo: string, tentar: () => Promise<unknown>) =>
      esperaRecusaSemEscrita(emergencia.app, ['vinculos_de_cuidado'], codigo, tentar);
    await esperaRecusa('ACESSO_DE_EMERGENCIA.NAO_ENCONTRADO', () =>
      encerrar({ usuarioId: 1, papeis: ['ADMIN'] }),
    );
    await encerrar();
    await esperaRecusa('ACESSO_DE_EMERGENCIA.JA_ENCERRADO', () => encerrar());
  });
});
