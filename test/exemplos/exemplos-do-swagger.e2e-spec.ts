import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { exemploDoSwagger } from './corpo-do-swagger.js';
import { Documento, type Operacao } from './documento.js';
import { Historia } from './historia.js';

/** The first administrator, as the example of the login has it: only the password is shown at start. */
const ADMIN = ['admin@hospital.local', 'a senha mostrada quando o servidor iniciou'] as const;

/** Brings about what the command needs; answers the ids of its path, where they are not 1. */
type Preparo = (historia: Historia) => Promise<readonly number[] | void>;

const EM_CURSO = 'age sobre uma internação em curso';

/** Commands that find nothing to act on where the examples before them leave the hospital, and why. */
const PREPAROS: Readonly<Record<string, readonly [porque: string, preparo: Preparo]>> = {
  'POST /v1/leitos/{id}/iniciar-limpeza': ['o leito tem de estar sujo', (h) => h.sujarLeito()],
  'POST /v1/leitos/{id}/desativar': ['o leito tem de estar limpo', (h) => h.libertarLeito()],
  'POST /v1/leitos/{id}/planos/{planoId}/cancelar': [
    'é preciso haver um plano',
    async (h) => [1, await h.planoDeBloqueio()],
  ],
  'POST /v1/pacientes/{id}/enderecos/{enderecoId}/inativar': [
    'o endereço principal só sai depois que outro toma o seu lugar',
    (h) => h.trocarEnderecoPrincipal(),
  ],
  'POST /v1/internacoes': [
    'o leito 1 tem de estar livre, e o paciente 1, fora',
    async (h) => {
      await h.dispensarPaciente();
      await h.libertarLeito();
    },
  ],
  'POST /v1/internacoes/solicitacoes': ['o paciente 1 tem de estar fora', (h) => h.dispensarPaciente()],
  'POST /v1/internacoes/solicitacoes/{id}/recusar': [
    'é preciso haver um pedido aberto',
    async (h) => [await h.pedirLeito()],
  ],
  'POST /v1/internacoes/{id}/recusar': [
    'é preciso haver um pedido aberto',
    async (h) => [await h.pedirLeito()],
  ],
  'POST /v1/internacoes/{id}/admitir': [
    'é preciso haver um pedido aberto, e o leito 1 livre',
    async (h) => {
      await h.dispensarPaciente();
      await h.libertarLeito();
      return [await h.pedirLeito()];
    },
  ],
  'PATCH /v1/internacoes/{id}': [
    'prioridade e tipo de leito só mudam enquanto o paciente espera',
    async (h) => [await h.pedirLeito()],
  ],
  'POST /v1/internacoes/{id}/cancelar': [EM_CURSO, async (h) => [await h.internar()]],
  'POST /v1/internacoes/{id}/transferir': [
    'age sobre uma internação em curso, e o leito 2 tem de estar livre',
    async (h) => {
      const id = await h.internar();
      await h.libertarLeito(2);
      return [id];
    },
  ],
  'POST /v1/internacoes/{id}/prever-alta': [EM_CURSO, async (h) => [await h.internar()]],
  'POST /v1/internacoes/{id}/cancelar-previsao': [
    'é preciso haver previsão',
    async (h) => [await h.internarComAltaPrevista()],
  ],
  'POST /v1/internacoes/{id}/alta-clinica': [EM_CURSO, async (h) => [await h.internar()]],
  'POST /v1/internacoes/{id}/saida': [
    'vem depois da alta clínica',
    async (h) => [await h.internarComAltaClinica()],
  ],
  'POST /v1/internacoes/{id}/alta': [EM_CURSO, async (h) => [await h.internar()]],
  'POST /v1/internacoes/{id}/reabrir': ['desfaz uma alta', async (h) => [await h.darAlta()]],
  'POST /v1/financeiro/lancamentos/{id}/emitir': [
    'é preciso um rascunho que esperava preço',
    async (h) => [await h.rascunhoComPreco()],
  ],
  'POST /v1/financeiro/lancamentos/{id}/estornar': [
    'é preciso um lançamento de outra pessoa',
    async (h) => [await h.lancamentoEmitido()],
  ],
  'POST /v1/notificacoes/{id}/reenviar': [
    'só se reenvia o que falhou de vez',
    async (h) => [await h.avisoQueFalhou()],
  ],
  'POST /v1/entregas/{id}/reprocessar': [
    'só se reprocessa a que morreu',
    async (h) => [await h.entregaMorta()],
  ],
  'PATCH /v1/usuarios/{id}': ['o usuário 1 é quem faz os pedidos', async () => [2]],
  'POST /v1/usuarios/{id}/inativar': ['o usuário 1 é quem faz os pedidos', async () => [2]],
  'POST /v1/usuarios/{id}/reativar': ['o usuário 1 é quem faz os pedidos', async () => [2]],
};

describe('exemplos do Swagger', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ ADMIN_EMAIL: ADMIN[0], ADMIN_SENHA: ADMIN[1] });
    await app.entrar(...ADMIN);
    documento = await Documento.ler(app);
  });
  afterAll(() => app.encerrar());

  /** In the order of the groups of the page, and in each of them as they come. */
  const escritas = (): Operacao[] =>
    documento.grupos.flatMap((grupo) =>
      documento.operacoes.filter((o) => o.grupo === grupo && ['POST', 'PATCH'].includes(o.metodo)),
    );

  it('deve haver um grupo do documento para cada operação, e preparo só para o que existe', () => {
    const nomes = documento.operacoes.map(({ nome }) => nome);
    expect(
      documento.operacoes.filter(({ grupo }) => !documento.grupos.includes(grupo)).map(({ nome }) => nome),
    ).toEqual([]);
    expect(Object.keys(PREPAROS).filter((nome) => !nomes.includes(nome))).toEqual([]);
  });

  it('deve cada um funcionar como está escrito, um depois do outro, numa instalação nova', async () => {
    const historia = new Historia(app);
    const falhas: string[] = [];
    for (const operacao of escritas()) {
      const ids = [...((await PREPAROS[operacao.nome]?.[1](historia)) ?? [])];
      const caminho = operacao.caminho.replace(/\{\w+\}/g, () => String(ids.shift() ?? 1));
      const corpo = operacao.corpo ? exemploDoSwagger(documento, operacao.corpo) : undefined;
      const resposta = await app.pedir(operacao.metodo, caminho, corpo);
      if (resposta.status >= 300)
        falhas.push(
          `${operacao.nome} ${JSON.stringify(corpo)}: ${resposta.status} ${JSON.stringify(resposta.corpo.error)}`,
        );
    }
    expect(falhas).toEqual([]);
  });
});
