import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { PacientesDaInternacao } from '../contrato/pacientes-da-internacao.js';
import { AlterarPaciente, type AlteracaoDoPaciente } from './alterar-paciente.js';
import { CadastrarPaciente } from './cadastrar-paciente.js';
import type { PacienteResposta } from './obter-paciente.js';

const TABELAS = ['pacientes', 'pacientes_alergias', 'enderecos'];
const CASA = {
  logradouro: 'Rua A',
  numero: 'S/N',
  bairro: 'Centro',
  cidade: 'Recife',
  estado: 'PE',
  cep: '50010000',
} as const;

describe('AlterarPaciente', () => {
  let aplicacao: AplicacaoDeTeste;
  let paciente: PacienteResposta;
  let convenioId: number;
  const comandos = () => aplicacao.app.get(CommandBus);
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    ({ id: convenioId } = await aplicacao.criar('/v1/convenios', { nome: 'Serrana', tipoPlano: 'FAMILIAR' }));
    const pessoa = { dataNascimento: '1980-02-29', sexo: 'F' } as const;
    await comandos().execute(
      new CadastrarPaciente(
        { ...pessoa, nome: 'Vizinha', cpf: '11144477735', cns: '123456789010000' },
        SISTEMA,
      ),
    );
    const { avisos: _avisos, ...cadastrado } = await comandos().execute(
      new CadastrarPaciente(
        {
          ...pessoa,
          nome: 'Maria',
          cpf: '52998224725',
          alergias: ['Dipirona', 'Látex'],
          endereco: CASA,
          convenioId,
          numeroCarteira: 'A1',
          validadeCarteira: '2026-12-31',
        },
        SISTEMA,
      ),
    );
    paciente = cadastrado;
  });
  afterAll(() => aplicacao.encerrar());

  const alterar = (dados: AlteracaoDoPaciente, id = paciente.id) =>
    comandos().execute(new AlterarPaciente(id, dados, { usuarioId: 9, papeis: [] }));

  it('deve mudar só o que veio e limpar com null', async () => {
    const resposta = await alterar({ nomeSocial: 'Mar', cpf: null });
    const mudou = { ...paciente, atualizadoEm: expect.any(Date), avisos: [] };
    expect(resposta).toEqual({ ...mudou, nomeSocial: 'Mar', cpf: null, versao: 2 });
    expect(await alterar({ nomeSocial: null, cpf: '52998224725' })).toEqual({ ...mudou, versao: 3 });
  });

  it('deve marcar como removida a alergia que saiu da lista, sem apagar, e não duplicar a que ficou', async () => {
    expect((await alterar({ alergias: ['LATEX', 'Camarão'] })).alergias).toEqual(['Látex', 'Camarão']);
    expect((await alterar({ alergias: null })).alergias).toEqual([]);
    expect((await alterar({ alergias: ['Dipirona'] })).alergias).toEqual(['Dipirona']);
    const historico = await aplicacao.consultar(
      'SELECT descricao, removida_por, CASE WHEN removida_em IS NULL THEN 0 ELSE 1 END AS removida FROM pacientes_alergias WHERE paciente_id = ? ORDER BY id',
      [paciente.id],
    );
    expect(historico.map((l) => [l.descricao, l.removida_por, Number(l.removida)])).toEqual([
      ['Dipirona', 9, 1],
      ['Látex', 9, 1],
      ['Camarão', 9, 1],
      ['Dipirona', null, 0],
    ]);
  });

  it('deve trocar o endereço atual guardando o anterior, e não repetir o mesmo', async () => {
    const enderecos = () =>
      aplicacao.consultar(
        'SELECT logradouro, paciente_principal_id AS principal FROM enderecos WHERE paciente_id = ? ORDER BY id',
        [paciente.id],
      );
    await alterar({ endereco: CASA });
    expect(await enderecos()).toHaveLength(1);
    expect((await alterar({ endereco: { ...CASA, logradouro: 'Rua B' } })).endereco).toMatchObject({
      logradouro: 'Rua B',
      principal: true,
    });
    expect(await enderecos()).toEqual([
      { logradouro: 'Rua A', principal: null },
      { logradouro: 'Rua B', principal: paciente.id },
    ]);
    expect((await alterar({ endereco: null })).endereco).toBeNull();
    expect(await enderecos()).toHaveLength(2);
    expect(
      await aplicacao.consultar(
        'SELECT DISTINCT ativo, motivo_inativacao FROM enderecos WHERE paciente_id = ?',
        [paciente.id],
      ),
    ).toEqual([{ ativo: 0, motivo_inativacao: 'Retirado do cadastro do paciente.' }]);
  });

  it('deve manter o convênio que depois ficou inativo, mas não deixar voltar a ele', async () => {
    await aplicacao.post(`/v1/convenios/${convenioId}/inativar`, { motivo: 'Acabou.' });
    expect(await alterar({ convenioId, nome: 'Maria S.' })).toMatchObject({
      convenioId,
      numeroCarteira: 'A1',
    });
    expect(await aplicacao.app.get(PacientesDaInternacao).convenioDe(paciente.id)).toEqual({
      convenioId,
      validadeDaCarteira: '2026-12-31',
    });
    expect(await alterar({ convenioId: null })).toMatchObject({
      convenioId: null,
      numeroCarteira: null,
      validadeCarteira: null,
    });
    expect(await aplicacao.app.get(PacientesDaInternacao).convenioDe(paciente.id)).toBeNull();
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'CONVENIO.INATIVO', () => alterar({ convenioId }));
  });

  it.each([
    ['PACIENTE.CPF_REPETIDO', { cpf: '11144477735' }],
    ['PACIENTE.CNS_REPETIDO', { cns: '123456789010000' }],
    ['CONVENIO.NAO_ENCONTRADO', { convenioId: 999_999 }],
    ['PACIENTE.IDADE_IMPOSSIVEL', { dataNascimento: '1850-01-01' }],
  ])('deve recusar por %s sem gravar nada', async (codigo, errado) => {
    await esperaRecusaSemEscrita(aplicacao, TABELAS, codigo, () =>
      alterar({ nome: 'X', alergias: [], endereco: null, ...errado }),
    );
  });

  it('deve recusar um paciente que não existe', async () => {
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'PACIENTE.NAO_ENCONTRADO', () =>
      alterar({ nome: 'X' }, 999_999),
    );
  });

  it('deve somar mudanças concorrentes de campos diferentes', async () => {
    await Promise.all([
      alterar({ nomeMae: 'ignorada' }),
      alterar({ sexo: 'OUTRO' }),
      alterar({ cns: '898000100000004' }),
    ]);
    expect(await alterar({})).toMatchObject({
      nomeMae: 'ignorada',
      sexo: 'OUTRO',
      cns: '898 0001 0000 0004',
    });
  });
});
