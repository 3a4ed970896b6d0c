import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { eventualmente } from '../../../../test/apoio/eventualmente.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { CodigosDeAcesso, type Finalidade } from '../contrato/codigos-de-acesso.js';
import { CadastrarSe, type DadosDoCadastro } from './cadastrar-se.js';
import { VerificarEmail } from './verificar-email.js';

const CPFS = ['52998224725', '11144477735', '39053344705', '15350946056', '86288366757', '71428793860'];
const TABELAS = ['usuarios', 'codigos_de_acesso', 'pacientes', 'eventos'];
const HORA = 3_600_000;

describe('verificar e-mail', () => {
  let app: AplicacaoDeTeste;
  let email: string;
  let cpf: string;
  let contador = 0;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());
  beforeEach(() => {
    email = `pessoa${++contador}@teste.local`;
  });

  const conta = async () => (await app.consultar('SELECT * FROM usuarios WHERE email = ?', [email]))[0]!;
  const cadastrar = async (mudancas: Partial<DadosDoCadastro> = {}) => {
    const dados = { nome: 'Maria Pereira', email, senha: 'uma frase que só eu sei', ...mudancas };
    await app.app.get(CommandBus).execute(new CadastrarSe(dados));
    await sossegar();
  };
  const sossegar = () =>
    eventualmente(async () => {
      for (const tabela of ['entregas_prontas', 'notificacoes_fila'])
        expect(await app.consultar(`SELECT * FROM ${tabela}`)).toEqual([]);
      expect(await app.consultar('SELECT id FROM eventos WHERE sequencia IS NULL')).toEqual([]);
    });
  const emitir = async (finalidade: Finalidade = 'VERIFICACAO') =>
    (await app.app.get(CodigosDeAcesso).emitir(Number((await conta()).id), finalidade, email))!.segredo;
  const verificar = (token: string) => app.app.get(CommandBus).execute(new VerificarEmail({ token }));
  const esperaRecusa = (token: string) =>
    esperaRecusaSemEscrita(app, TABELAS, 'ACESSO.CODIGO_INVALIDO', () => verificar(token));
  const registro = (mudancas: object = {}) =>
    app.criar<{ id: number }>('/v1/pacientes', {
      nome: 'Maria Pereira',
      dataNascimento: '1980-02-29',
      sexo: 'F',
      cpf,
      email,
      ...mudancas,
    });

  it('deve abrir a conta, avisar e esquecer tudo o que o cadastro disse', async () => {
    await cadastrar({ dataNascimento: '1980-02-29' });
    const [um, outro] = [await emitir(), await emitir()];
    await verificar(um);
    expect(await conta()).toMatchObject({ aguarda_verificacao_desde: null, paciente_id: null });
    expect(
      await app.consultar(
        `SELECT email, nome, senha_hash, cpf, data_nascimento, sexo, telefone FROM pedidos_de_acesso WHERE usuario_id = ?`,
        [Number((await conta()).id)],
      ),
    ).toEqual([
      {
        email: null,
        nome: null,
        senha_hash: null,
        cpf: null,
        data_nascimento: null,
        sexo: null,
        telefone: null,
      },
    ]);
    await sossegar();
    // Used, and voided by the one that was used.
    await esperaRecusa(um);
    await esperaRecusa(outro);
  });

  it('deve recusar, com a mesma resposta, o que venceu, é de outra coisa, de outro endereço ou de ninguém', async () => {
    await cadastrar();
    const token = await emitir();
    await esperaRecusa('A'.repeat(43));
    await esperaRecusa(`${token}A`);
    await app.unidade.executar((tx) =>
      tx.executar('UPDATE usuarios SET email = ? WHERE email = ?', [`novo.${email}`, email]),
    );
    await esperaRecusa(token);
    await app.unidade.executar((tx) =>
      tx.executar('UPDATE usuarios SET email = ? WHERE email = ?', [email, `novo.${email}`]),
    );
    app.relogio.avancar(24 * HORA);
    await app.entrar();
    await esperaRecusa(token);
    await verificar(await emitir());
    const deOutraCoisa = await emitir('REDEFINICAO');
    await sossegar();
    await esperaRecusa(deOutraCoisa);
  });

  it('deve recusar o código de quem foi inativado', async () => {
    await cadastrar();
    const token = await emitir();
    await app.unidade.executar((tx) =>
      tx.executar(
        "UPDATE usuarios SET ativo = 0, inativado_em = criado_em, motivo_inativacao = 'x' WHERE email = ?",
        [email],
      ),
    );
    await esperaRecusa(token);
  });

  describe('registro de paciente', () => {
    beforeEach(() => {
      cpf = CPFS[contador % CPFS.length]!;
    });
    beforeEach(() =>
      app.unidade.executar(async (tx) => {
        await tx.executar('UPDATE usuarios SET paciente_id = NULL');
        await tx.executar('DELETE FROM pacientes WHERE cpf = ?', [cpf]);
      }),
    );
    const COMPLETO = { dataNascimento: '1980-02-29' } as const;

    it('deve ligar ao registro de mesmo CPF, nascimento e e-mail', async () => {
      const { id } = await registro();
      await cadastrar({ ...COMPLETO, cpf });
      await verificar(await emitir());
      expect((await conta()).paciente_id).toBe(id);
    });

    it('deve não criar registro com o CPF que alguém disse ter, nem ser dona do que se criar depois', async () => {
      await cadastrar({ ...COMPLETO, cpf });
      await verificar(await emitir());
      expect(await app.consultar('SELECT id FROM pacientes WHERE cpf = ?', [cpf])).toEqual([]);
      await registro({ email: 'a.dona.do.cpf@teste.local' });
      expect(await conta()).toMatchObject({ aguarda_verificacao_desde: null, paciente_id: null });
    });

    it.each<[string, object, Partial<DadosDoCadastro>]>([
      ['outro e-mail', { email: 'outro@teste.local' }, {}],
      ['nenhum e-mail', { email: null }, {}],
      ['outro nascimento', { dataNascimento: '1981-02-28' }, {}],
      ['cadastro sem nascimento', {}, { dataNascimento: null }],
    ])('deve deixar para a recepção quando o registro tem %s', async (_, doRegistro, doCadastro) => {
      await registro(doRegistro);
      await cadastrar({ ...COMPLETO, cpf, ...doCadastro });
      await verificar(await emitir());
      expect(await conta()).toMatchObject({ aguarda_verificacao_desde: null, paciente_id: null });
    });

    it('deve deixar para a recepção o registro que já é de outra conta, ou está fora de uso', async () => {
      const { id } = await registro();
      await app.criar('/v1/usuarios', {
        nome: 'Outra',
        email: `dona.${email}`,
        senha: 'uma frase bem comprida',
        papeis: ['PACIENTE'],
        pacienteId: id,
      });
      await cadastrar({ ...COMPLETO, cpf });
      await verificar(await emitir());
      expect((await conta()).paciente_id).toBeNull();
    });
  });

  it('deve valer uma vez só, ainda que 16 o tentem juntos', async () => {
    cpf = '24843803480';
    const { id } = await registro();
    await cadastrar({ cpf, dataNascimento: '1980-02-29' });
    const token = await emitir();
    const saidas = await Promise.allSettled(Array.from({ length: 16 }, () => verificar(token)));
    expect(saidas.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const saida of saidas)
      if (saida.status === 'rejected')
        expect(saida.reason).toMatchObject({ codigo: 'ACESSO.CODIGO_INVALIDO' });
    expect((await conta()).paciente_id).toBe(id);
  });
});
