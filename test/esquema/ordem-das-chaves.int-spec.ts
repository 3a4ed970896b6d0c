import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

/** In the order in which they are looked at: of two that a record repeats, the first is what the person is told of. */
const CHAVES = {
  convenios: ['uq_convenios_registro_ans', 'uq_convenios_cnpj'],
  leitos: ['uq_leitos_numero', 'uq_leitos_reserva_paciente', 'uq_leitos_reserva_solicitacao'],
  medicos_registros: ['uq_medicos_registros_inscricao', 'uq_medicos_registros_principal'],
  ocupacoes: ['uq_ocupacoes_leito_aberto', 'uq_ocupacoes_internacao_aberta'],
  pacientes: ['uq_pacientes_cpf', 'uq_pacientes_cns'],
  usuarios: ['uq_usuarios_email', 'uq_usuarios_paciente'],
};

describe('ordem das chaves únicas', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const chavesDe = async (tabela: string): Promise<string[]> => {
    if (process.env.BANCO_DE_TESTE !== 'mysql')
      return (await app.consultar(`PRAGMA index_list(${tabela})`))
        .filter(({ unique, origin }) => unique === 1 && origin === 'c')
        .map(({ name }) => String(name));
    const partes = await app.consultar(`SHOW INDEX FROM ${tabela} WHERE Non_unique = 0 AND Seq_in_index = 1`);
    return partes.map(({ Key_name }) => String(Key_name)).filter((nome) => nome !== 'PRIMARY');
  };

  it.each(Object.entries(CHAVES))(
    'deve ser a mesma nos dois bancos, também depois de a tabela mudar: %s',
    async (tabela, chaves) => {
      expect(await chavesDe(tabela)).toEqual(chaves);
    },
  );

  it('deve dizer primeiro do e-mail, quando também o paciente já é de outro usuário', async () => {
    const { id: pacienteId } = await app.criar('/v1/pacientes', {
      nome: 'Ana',
      dataNascimento: '1990-05-10',
      sexo: 'F',
    });
    const ana = {
      nome: 'Ana',
      email: 'ana@teste.local',
      senha: 'frase só dela',
      papeis: ['PACIENTE'],
      pacienteId,
    };
    await app.criar('/v1/usuarios', ana);
    expect(await app.post('/v1/usuarios', ana)).toMatchObject({
      status: 409,
      corpo: { error: [{ codigo: 'ACESSO.EMAIL_EM_USO', campo: 'email' }] },
    });
  });
});
