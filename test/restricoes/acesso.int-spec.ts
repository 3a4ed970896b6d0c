import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Parametro } from '../../src/banco/dialeto.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { NO_MYSQL } from '../apoio/banco-de-teste.js';
import { inserirLinha } from '../apoio/recusas.js';

const AGORA = new Date('2026-06-01T10:00:00.000Z');

/** A row that stands; each test breaks one thing of it. */
const USUARIO: Record<string, Parametro> = {
  nome: 'Ana',
  email: 'ana@teste.local',
  senha_hash: '$argon2id$',
  ativo: true,
  inativado_em: null,
  motivo_inativacao: null,
  ultimo_acesso_em: null,
  criado_em: AGORA,
  atualizado_em: AGORA,
  versao: 1,
  paciente_id: null,
  medico_id: null,
  aguarda_verificacao_desde: null,
};

const PEDIDO: Record<string, Parametro> = {
  tipo: 'REENVIO',
  email: 'ana@teste.local',
  nome: null,
  senha_hash: null,
  repete_senha: null,
  cpf: null,
  data_nascimento: null,
  sexo: null,
  telefone: null,
  criado_em: AGORA,
  atendido_em: null,
  usuario_id: null,
  aviso: null,
};

const CODIGO: Record<string, Parametro> = {
  finalidade: 'REDEFINICAO',
  hash: 'a'.repeat(64),
  endereco_hash: 'b'.repeat(64),
  criado_em: AGORA,
  expira_em: new Date(AGORA.getTime() + 600_000),
  usado_em: null,
};

describe('restrições do banco: acesso', () => {
  let app: AplicacaoDeTeste;
  let usuarioId: number;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    usuarioId = await inserir('usuarios', { ...USUARIO, email: 'base@teste.local' });
    await inserir('usuarios_papeis', { usuario_id: usuarioId, papel: 'MEDICO' });
  });

  afterAll(() => app.encerrar());

  const inserir = (tabela: string, linha: Record<string, Parametro>) => inserirLinha(app, tabela, linha);
  const usuario = (mudanca: Record<string, Parametro>) => inserir('usuarios', { ...USUARIO, ...mudanca });
  const papel = (mudanca: Record<string, Parametro>) =>
    inserir('usuarios_papeis', { usuario_id: usuarioId, papel: 'GESTAO', ...mudanca });

  const pedido = (mudanca: Record<string, Parametro>) =>
    inserir('pedidos_de_acesso', { ...PEDIDO, ...mudanca });
  const codigo = (mudanca: Record<string, Parametro>) =>
    inserir('codigos_de_acesso', { ...CODIGO, usuario_id: usuarioId, ...mudanca });

  const verificacoes: [string, string, () => Promise<number>][] = [
    ['e-mail com maiúsculas', 'ck_usuarios_email', () => usuario({ email: 'Ana@teste.local' })],
    ['ativo com data de inativação', 'ck_usuarios_inativacao', () => usuario({ inativado_em: AGORA })],
    [
      'ativo com motivo de inativação',
      'ck_usuarios_inativacao',
      () => usuario({ motivo_inativacao: 'saiu' }),
    ],
    [
      'inativo sem data',
      'ck_usuarios_inativacao',
      () => usuario({ ativo: false, motivo_inativacao: 'saiu' }),
    ],
    ['inativo sem motivo', 'ck_usuarios_inativacao', () => usuario({ ativo: false, inativado_em: AGORA })],
    ['ativo que não é sim nem não', 'ck_usuarios_inativacao', () => usuario({ ativo: 2 })],
    ['perfil desconhecido', 'ck_usuarios_papeis_papel', () => papel({ papel: 'ROOT' })],
    ['pedido de outro tipo', 'ck_pedidos_de_acesso_tipo', () => pedido({ tipo: 'OUTRO' })],
    ['dados da pessoa fora do cadastro', 'ck_pedidos_de_acesso_dados', () => pedido({ cpf: '52998224725' })],
    ['endereço num pedido atendido', 'ck_pedidos_de_acesso_atendido', () => pedido({ atendido_em: AGORA })],
    [
      'aviso de um pedido por atender',
      'ck_pedidos_de_acesso_aviso',
      () => pedido({ aviso: 'boas-vindas', usuario_id: usuarioId }),
    ],
    [
      'aviso a ninguém',
      'ck_pedidos_de_acesso_aviso',
      () => pedido({ aviso: 'boas-vindas', email: null, atendido_em: AGORA }),
    ],
    ['código de outra finalidade', 'ck_codigos_de_acesso_finalidade', () => codigo({ finalidade: 'OUTRA' })],
    ['código que não vive', 'ck_codigos_de_acesso_vida', () => codigo({ expira_em: AGORA })],
    [
      'código usado depois do fim',
      'ck_codigos_de_acesso_vida',
      () => codigo({ usado_em: CODIGO.expira_em! }),
    ],
    ['perfil em minúsculas', 'ck_usuarios_papeis_papel', () => papel({ papel: 'gestao' })],
  ];
  it.each(verificacoes)('deve recusar %s', async (_, restricao, escrever) => {
    await expect(escrever()).rejects.toMatchObject({ natureza: 'verificacao', restricao });
  });

  const repetidos: [string, string, () => Promise<number>][] = [
    ['e-mail', 'uq_usuarios_email', () => usuario({ email: 'base@teste.local' })],
    ['código', 'uq_codigos_de_acesso_hash', async () => (await codigo({}), codigo({ endereco_hash: 'c' }))],
    [
      'paciente de outra conta',
      'uq_usuarios_paciente',
      async () => {
        const pessoa = { nome: 'Ana', dataNascimento: '1980-02-29', sexo: 'F' };
        const { id } = await app.criar<{ id: number }>('/v1/pacientes', pessoa);
        await usuario({ email: 'um@teste.local', paciente_id: id });
        return usuario({ email: 'outro@teste.local', paciente_id: id });
      },
    ],
    ['perfil da mesma pessoa', 'uq_usuarios_papeis', () => papel({ papel: 'MEDICO' })],
  ];
  it.each(repetidos)('deve recusar %s repetido', async (_, restricao, escrever) => {
    await expect(escrever()).rejects.toMatchObject({ natureza: 'chave_duplicada', restricao });
  });

  it('deve recusar conta desligada de paciente, ou usuário, que não existe', async () => {
    const { id } = await app.criar('/v1/pacientes', {
      nome: 'Ana',
      dataNascimento: '1980-02-29',
      sexo: 'F',
    });
    const linha = { paciente_id: id, usuario_id: usuarioId, motivo: 'Engano.', em: AGORA };
    await inserir('contas_desligadas', linha);
    for (const coluna of ['paciente_id', 'usuario_id'])
      await expect(inserir('contas_desligadas', { ...linha, [coluna]: 999_999 })).rejects.toMatchObject({
        natureza: 'referencia_inexistente',
      });
  });

  it('deve recusar perfil de quem não existe, e apagar quem tem perfis', async () => {
    await expect(papel({ usuario_id: 999_999 })).rejects.toMatchObject({
      natureza: 'referencia_inexistente',
    });
    await expect(
      app.unidade.executar((tx) => tx.executar('DELETE FROM usuarios WHERE id = ?', [usuarioId])),
    ).rejects.toMatchObject({
      natureza: 'referencia_em_uso',
    });
  });

  it('deve recusar pedido e código de quem não existe', async () => {
    for (const escrever of [
      () => pedido({ usuario_id: 999_999 }),
      () => codigo({ usuario_id: 999_999, hash: 'outro' }),
    ])
      await expect(escrever()).rejects.toMatchObject({
        natureza: 'referencia_inexistente',
      });
  });

  it.each(['paciente_id', 'medico_id'])(
    'deve recusar usuário ligado a um %s que não existe',
    async (coluna) => {
      await expect(usuario({ [coluna]: 999_999 })).rejects.toMatchObject({
        natureza: 'referencia_inexistente',
      });
    },
  );

  it.each(['nome', 'email', 'senha_hash', 'ativo', 'criado_em', 'atualizado_em', 'versao'])(
    'deve recusar usuário sem %s',
    async (coluna) => {
      await expect(usuario({ [coluna]: null })).rejects.toMatchObject({ natureza: 'valor' });
    },
  );

  it.each([
    ['nome', 151],
    ['email', 255],
    ['senha_hash', 256],
  ])('deve recusar %s maior do que a coluna', async (coluna, tamanho) => {
    await expect(usuario({ [coluna]: 'a'.repeat(tamanho) })).rejects.toMatchObject({
      natureza: NO_MYSQL ? 'valor' : 'verificacao',
    });
  });
});
