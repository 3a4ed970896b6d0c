import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { type Papel, SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { LigarContaAoPaciente } from './ligar-conta-ao-paciente.js';

const TABELAS = ['usuarios', 'acessos_revogados', 'eventos'];

describe('LigarContaAoPaciente', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  let pacienteId: number;
  let email: string;
  let contador = 0;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  beforeEach(async () => {
    pacienteId = await cenario.paciente();
    email = `pessoa${++contador}@teste.local`;
  });
  afterAll(() => app.encerrar());

  const criarConta = async (papeis: Papel[] = ['PACIENTE']) => {
    const dados = { nome: 'Maria Pereira', email, senha: 'uma frase que só eu sei', papeis };
    return (await app.criar('/v1/usuarios', dados)).id;
  };
  const mudar = (sql: string, ...valores: (string | number)[]) =>
    app.unidade.executar((tx) => tx.executar(`UPDATE usuarios SET ${sql}`, valores));
  const conta = async () => (await app.consultar('SELECT * FROM usuarios WHERE email = ?', [email]))[0]!;
  const ligar = (mudanca: { paciente?: number; email?: string; quem?: number } = {}) =>
    app.app
      .get(CommandBus)
      .execute(
        new LigarContaAoPaciente(
          mudanca.paciente ?? pacienteId,
          { email: mudanca.email ?? email },
          { ...SISTEMA, usuarioId: mudanca.quem ?? 1 },
        ),
      );
  const esperaRecusa = (codigo: string, mudanca: Parameters<typeof ligar>[0] = {}) =>
    esperaRecusaSemEscrita(app, TABELAS, codigo, () => ligar(mudanca));

  it('deve ligar a conta, anular os tokens que ainda não o dizem, e responder só o que se perguntou', async () => {
    await criarConta();
    const antes = await conta();
    expect(await ligar({ email: ` ${email.toUpperCase()}` })).toEqual({ pacienteId, email });
    expect(await conta()).toMatchObject({
      paciente_id: pacienteId,
      versao: Number(antes.versao) + 1,
      versao_acesso: Number(antes.versao_acesso) + 1,
    });
  });

  it('deve dizer o mesmo de quem não tem conta, da conta da equipe e da que está fora de uso', async () => {
    await esperaRecusa('ACESSO.CONTA_NAO_ENCONTRADA');
    await criarConta(['RECEPCAO']);
    await esperaRecusa('ACESSO.CONTA_NAO_ENCONTRADA');
    email = `outra.${email}`;
    const id = await criarConta();
    await app.post(`/v1/usuarios/${id}/inativar`, { motivo: 'Saiu.' });
    await esperaRecusa('ACESSO.CONTA_NAO_ENCONTRADA');
  });

  it('deve recusar a conta que espera a confirmação do e-mail', async () => {
    const id = await criarConta();
    await mudar('aguarda_verificacao_desde = criado_em WHERE id = ?', id);
    await esperaRecusa('ACESSO.CONTA_NAO_CONFIRMADA');
  });

  it('deve recusar a conta de outro paciente, e outra conta para o mesmo', async () => {
    await criarConta();
    await ligar();
    await esperaRecusa('ACESSO.PACIENTE_JA_TEM_CONTA');
    await esperaRecusa('ACESSO.CONTA_JA_LIGADA', { paciente: await cenario.paciente() });
    email = `outra.${email}`;
    await criarConta();
    await esperaRecusa('ACESSO.PACIENTE_JA_TEM_CONTA');
  });

  it('deve recusar que alguém ligue a própria conta', async () => {
    const quem = await criarConta(['RECEPCAO', 'PACIENTE']);
    await esperaRecusa('ACESSO.LIGACAO_DA_PROPRIA_CONTA', { quem });
  });

  it('deve recusar paciente que não existe, ou fora de uso', async () => {
    await criarConta();
    await esperaRecusa('PACIENTE.NAO_ENCONTRADO', { paciente: 999_999 });
    await app.post(`/v1/pacientes/${pacienteId}/inativar`, { motivo: 'Repetido.' });
    await esperaRecusa('PACIENTE.FORA_DE_USO');
  });

  it('deve ligar uma vez só o que dezesseis balcões ligam juntos, a um paciente ou a vários', async () => {
    await criarConta();
    const pacientes = [pacienteId, ...(await Promise.all([1, 2, 3].map(() => cenario.paciente())))];
    const saidas = await Promise.allSettled(
      Array.from({ length: 16 }, (_, i) => ligar({ paciente: pacientes[i % 4]! })),
    );
    expect(saidas.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const saida of saidas)
      if (saida.status === 'rejected')
        expect(saida.reason).toMatchObject({
          codigo: expect.stringMatching(/^ACESSO\.(PACIENTE_JA_TEM_CONTA|CONTA_JA_LIGADA)$/),
        });
    expect(pacientes).toContain((await conta()).paciente_id);
  });

  it('deve ligar uma só de várias contas que se ligam juntas ao mesmo paciente', async () => {
    const emails = [];
    for (let i = 0; i < 4; i++) {
      email = `conta${i}.pessoa${contador}@teste.local`;
      await criarConta();
      emails.push(email);
    }
    const saidas = await Promise.allSettled(emails.map((qual) => ligar({ email: qual })));
    expect(saidas.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await app.consultar('SELECT id FROM usuarios WHERE paciente_id = ?', [pacienteId])).toHaveLength(
      1,
    );
  });
});
