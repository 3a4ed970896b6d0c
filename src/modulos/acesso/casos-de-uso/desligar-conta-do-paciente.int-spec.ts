import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { DesligarContaDoPaciente } from './desligar-conta-do-paciente.js';

const TABELAS = ['usuarios', 'contas_desligadas', 'acessos_revogados'];
const motivo = 'Ligada ao paciente errado.';

describe('DesligarContaDoPaciente', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  let pacienteId: number;
  let contaId: number;
  let contador = 0;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  beforeEach(async () => {
    pacienteId = await cenario.paciente();
    const email = `pessoa${++contador}@teste.local`;
    const dados = {
      nome: 'Maria',
      email,
      senha: 'uma frase que só eu sei',
      papeis: ['PACIENTE'],
      pacienteId,
    };
    contaId = (await app.criar('/v1/usuarios', dados)).id;
  });
  afterAll(() => app.encerrar());

  const conta = async () => (await app.consultar('SELECT * FROM usuarios WHERE id = ?', [contaId]))[0]!;
  const desligar = (qual = pacienteId) =>
    app.app
      .get(CommandBus)
      .execute(new DesligarContaDoPaciente(qual, { motivo }, { ...SISTEMA, usuarioId: 1 }));

  it('deve soltar a conta, anular os tokens dela e guardar quando, quem e por quê', async () => {
    const antes = await conta();
    await desligar();
    expect(await conta()).toMatchObject({
      ativo: 1,
      paciente_id: null,
      versao: Number(antes.versao) + 1,
      versao_acesso: Number(antes.versao_acesso) + 1,
    });
    expect(
      await app.consultar('SELECT * FROM contas_desligadas WHERE paciente_id = ?', [pacienteId]),
    ).toMatchObject([{ usuario_id: contaId, motivo, por: 1 }]);
  });

  it('deve soltar também a de um paciente fora de uso', async () => {
    await app.post(`/v1/pacientes/${pacienteId}/inativar`, { motivo: 'Repetido.' });
    await desligar();
    expect((await conta()).paciente_id).toBeNull();
  });

  it('deve recusar quem não tem conta, ou não existe, sem gravar nada', async () => {
    await desligar();
    await esperaRecusaSemEscrita(app, TABELAS, 'ACESSO.PACIENTE_SEM_CONTA', () => desligar());
    await esperaRecusaSemEscrita(app, TABELAS, 'PACIENTE.NAO_ENCONTRADO', () => desligar(999_999));
  });

  it('deve guardar uma vez só o que oito pedem juntos', async () => {
    const saidas = await Promise.allSettled(Array.from({ length: 8 }, () => desligar()));
    expect(saidas.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      await app.consultar('SELECT id FROM contas_desligadas WHERE paciente_id = ?', [pacienteId]),
    ).toHaveLength(1);
  });
});
