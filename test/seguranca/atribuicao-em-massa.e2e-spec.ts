import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { pararRele } from '../apoio/rele-parado.js';
import { type Ataque, falhasDosAtaques } from '../entradas-ruins/ataques.js';
import { camposDoCorpo, enderecoDe, type OperacaoComCorpo } from '../entradas-ruins/ataques-aos-campos.js';
import { corpoCompleto } from '../exemplos/corpo-do-swagger.js';
import { Documento, type Esquema } from '../exemplos/documento.js';

/** What somebody would try to set for himself, whatever the route. */
const TENTADORES = [
  ...['id', 'versao', 'status', 'ativo', 'criadoEm', 'atualizadoEm', 'inativadoEm', 'usuarioId', 'criadoPor'],
  ...[
    'papeis',
    'papel',
    'role',
    'roles',
    'isAdmin',
    'admin',
    'senhaHash',
    'senha_hash',
    'versaoAcesso',
    'sessaoId',
  ],
  ...['autor', 'alcance', 'pacienteId', 'medicoId', 'emailVerificado', 'deletedAt', 'tenantId'],
];

describe('atribuição em massa', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'false' });
    await pararRele(app);
    documento = await Documento.ler(app);
  });
  afterAll(() => app.encerrar());

  const camposDe = (esquema: Esquema | undefined): string[] =>
    esquema ? Object.keys(documento.resolver(esquema).properties ?? {}) : [];

  /** Fields of what the route answers: those that its body has not are for reading only. */
  function respondidos({ respostas }: OperacaoComCorpo): string[] {
    const conteudo = (respostas['200'] ?? respostas['201'])?.content?.['application/json']?.schema;
    const dado = conteudo && documento.resolver(conteudo).properties?.data;
    return dado ? camposDe(dado.items ?? dado) : [];
  }

  const ataqueA = (operacao: OperacaoComCorpo): Ataque => {
    const aceitos = new Set(camposDe(operacao.corpo));
    const proibidos = [...new Set([...TENTADORES, ...respondidos(operacao)])].filter(
      (campo) => !aceitos.has(campo),
    );
    const corpo = corpoCompleto(documento, operacao.corpo);
    for (const campo of proibidos) corpo[campo] = 1;
    return {
      envio: { metodo: operacao.metodo, caminho: enderecoDe(operacao), corpo: JSON.stringify(corpo) },
      status: 422,
      campos: proibidos,
      codigo: 'PLATAFORMA.CAMPO_DESCONHECIDO',
    };
  };

  it('deve recusar, em cada corpo, todo campo que ele não declara, dizendo qual', async () => {
    const operacoes = documento.comCorpo;
    expect(operacoes.length).toBeGreaterThan(40);
    expect(await falhasDosAtaques(app, operacoes.map(ataqueA))).toEqual([]);
  });

  it('deve recusá-lo também nos objetos de dentro', async () => {
    const ataques = documento.corposDistintos.flatMap((operacao): Ataque[] =>
      camposDoCorpo(documento, operacao.corpo)
        .filter(({ temCampos }) => temCampos)
        .map(({ campo, esquema }) => {
          const corpo = corpoCompleto(documento, operacao.corpo);
          const partes = campo.replace(/\[0\]/g, '.0').split('.');
          const dono = partes.reduce<unknown>(
            (valor, parte) => (valor as Record<string, unknown>)[parte],
            corpo,
          );
          const alvo = (esquema.items ? (dono as unknown[])[0] : dono) as Record<string, unknown>;
          alvo.isAdmin = true;
          return {
            envio: { metodo: operacao.metodo, caminho: enderecoDe(operacao), corpo: JSON.stringify(corpo) },
            status: 422,
            campos: [`${campo}${esquema.items ? '[0]' : ''}.isAdmin`],
            codigo: 'PLATAFORMA.CAMPO_DESCONHECIDO',
          };
        }),
    );
    expect(ataques.length).toBeGreaterThan(4);
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve não haver corpo que aceite quem age, o estado ou a versão', () => {
    const INTOCAVEIS = ['id', 'versao', 'status', 'usuarioId', 'criadoEm', 'criadoPor', 'autor', 'senhaHash'];
    expect(
      documento.comCorpo.flatMap(({ nome, corpo }) =>
        camposDe(corpo)
          .filter((campo) => INTOCAVEIS.includes(campo))
          .map((campo) => `${nome}: ${campo}`),
      ),
    ).toEqual([]);
  });
});
