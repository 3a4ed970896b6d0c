import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeEmergencia } from '../../../../test/apoio/cenario-de-emergencia.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { RevisarAcessoDeEmergencia } from './revisar-acesso-de-emergencia.js';

const JUSTIFICADO = { parecer: 'JUSTIFICADO' } as const;

describe('revisar acesso de emergência', () => {
  let emergencia: CenarioDeEmergencia;
  beforeAll(async () => {
    emergencia = await CenarioDeEmergencia.montar();
  });
  afterAll(() => emergencia.app.encerrar());

  const esperaRecusa = (codigo: string, tentar: () => Promise<unknown>) =>
    esperaRecusaSemEscrita(emergencia.app, ['vinculos_de_cuidado'], codigo, tentar);

  it('deve dizer quem revisou, quando e o que concluiu, uma vez só', async () => {
    const { id } = await emergencia.abrir(await emergencia.cenario.paciente());
    const revisar = () =>
      emergencia.executar(
        new RevisarAcessoDeEmergencia(id, { ...JUSTIFICADO, observacao: 'Conferido.' }, emergencia.auditor),
      );
    expect(await revisar()).toMatchObject({
      revisorId: emergencia.auditor.usuarioId,
      parecer: 'JUSTIFICADO',
      observacao: 'Conferido.',
    });
    await esperaRecusa('ACESSO_DE_EMERGENCIA.JA_REVISADO', revisar);
  });

  it('deve recusar, sem nada gravar, o próprio e o que não existe', async () => {
    const { id } = await emergencia.abrir(await emergencia.cenario.paciente());
    const proprio = { ...emergencia.medico, papeis: ['MEDICO', 'AUDITOR'] as const };
    await esperaRecusa('ACESSO_DE_EMERGENCIA.PROPRIO', () =>
      emergencia.executar(new RevisarAcessoDeEmergencia(id, JUSTIFICADO, proprio)),
    );
    await esperaRecusa('ACESSO_DE_EMERGENCIA.NAO_ENCONTRADO', () =>
      emergencia.executar(new RevisarAcessoDeEmergencia(999_999, JUSTIFICADO, emergencia.auditor)),
    );
  });
});
