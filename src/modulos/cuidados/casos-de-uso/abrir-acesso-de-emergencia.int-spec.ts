import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeEmergencia } from '../../../../test/apoio/cenario-de-emergencia.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';

const TABELAS = ['vinculos_de_cuidado'];

describe('abrir acesso de emergência', () => {
  let emergencia: CenarioDeEmergencia;
  beforeAll(async () => {
    emergencia = await CenarioDeEmergencia.montar();
  });
  afterAll(() => emergencia.app.encerrar());

  it('deve valer por uma hora e contar, só com identificadores, que foi aberto', async () => {
    const pacienteId = await emergencia.cenario.paciente();
    const { id, desde, ate } = await emergencia.abrir(pacienteId);
    expect(ate.getTime() - desde.getTime()).toBe(3_600_000);
    const eventos = await emergencia.app.consultar(
      "SELECT dados FROM eventos WHERE tipo = 'cuidados.acesso-de-emergencia-aberto' AND agregado_id = ?",
      [id],
    );
    expect(eventos.map(({ dados }) => JSON.parse(String(dados)) as unknown)).toEqual([
      {
        acessoId: id,
        usuarioId: emergencia.medico.usuarioId,
        pacienteId,
        em: desde.toISOString(),
        ate: ate.toISOString(),
      },
    ]);
  });

  it('deve recusar, sem nada gravar, o segundo do mesmo paciente enquanto o primeiro vale', async () => {
    const pacienteId = await emergencia.cenario.paciente();
    await emergencia.abrir(pacienteId);
    await esperaRecusaSemEscrita(emergencia.app, TABELAS, 'ACESSO_DE_EMERGENCIA.JA_ABERTO', () =>
      emergencia.abrir(pacienteId),
    );
  });

  it('deve recusar, sem nada gravar, o paciente que não existe', async () => {
    await esperaRecusaSemEscrita(emergencia.app, TABELAS, 'PACIENTE.NAO_ENCONTRADO', () =>
      emergencia.abrir(999_999),
    );
  });
});
