import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CASA } from '../apoio/enderecos-de-teste.js';
import { retrato } from '../apoio/recusas.js';

const PESSOA = { nome: 'Maria', dataNascimento: '1980-02-29', sexo: 'F' };
const medico = (n: number) => ({
  nome: 'Ana',
  conselho: 'CRM',
  numeroConselho: String(n),
  ufConselho: 'SP',
});
const usuario = (n: number) => ({
  nome: 'Ana',
  email: `ana${n}@teste.local`,
  senha: 'senha de ana',
  papeis: ['RECEPCAO'],
});
let criados = 0;

/** Table of a register, how one is created, and two different changes of it. */
const REGISTROS: [string, (app: AplicacaoDeTeste) => Promise<string>, object, object][] = [
  ['pacientes', (app) => criar(app, '/v1/pacientes', PESSOA), { nome: 'Mara' }, { nomeMae: 'Joana' }],
  ['medicos', (app) => criar(app, '/v1/medicos', medico(++criados)), { nome: 'Bia' }, { ufConselho: 'RJ' }],
  [
    'convenios',
    (app) => criar(app, '/v1/convenios', { nome: 'Serrana', tipoPlano: 'FAMILIAR' }),
    { vigenciaFim: '2030-12-31' },
    { diarias: [{ tipoLeito: 'ENFERMARIA', valor: 1 }] },
  ],
  [
    'especialidades',
    (app) => criar(app, '/v1/especialidades', { nome: `Geriatria ${++criados}` }),
    { nome: 'Geriatria clínica' },
    { nome: 'Geriatria geral' },
  ],
  ['setores', (app) => criar(app, '/v1/setores', { nome: 'UTI' }), { andar: 2 }, { nome: 'UTI Geral' }],
  [
    'usuarios',
    (app) => criar(app, '/v1/usuarios', usuario(++criados)),
    { nome: 'Bia' },
    { papeis: ['GESTAO'] },
  ],
  [
    'enderecos',
    async (app) => criar(app, `${await criar(app, '/v1/pacientes', PESSOA)}/enderecos`, CASA),
    { numero: '2' },
    { complemento: 'Fundos' },
  ],
  ['hospital', () => Promise.resolve('/v1/hospital'), { reservaHoras: 3 }, { horaDaVirada: 10 }],
];

const criar = async (app: AplicacaoDeTeste, caminho: string, corpo: object): Promise<string> =>
  `${caminho}/${(await app.criar(caminho, corpo)).id}`;

describe('ETag e If-Match dos cadastros', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const etagDe = async (caminho: string) => (await app.get(caminho)).cabecalhos.get('etag')!;
  /** What `If-Match` compares; the rest tells one answer from another. */
  const versaoDe = (etag: string) => /^"(\d+)-/.exec(etag)![1];
  const com = (etag: string) => ({ 'if-match': etag });

  it.each(REGISTROS)(
    'deve deixar em %s só a primeira de duas alterações feitas sobre a mesma leitura',
    async (tabela, novo, uma, outra) => {
      const caminho = await novo(app);
      const lido = await etagDe(caminho);
      const primeira = await app.pedir('PATCH', caminho, uma, com(lido));
      expect([primeira.status, primeira.corpo.data]).toMatchObject([200, uma]);
      expect(versaoDe(primeira.cabecalhos.get('etag')!)).toBe(versaoDe(await etagDe(caminho)));
      expect(primeira.cabecalhos.get('etag')).not.toBe(lido);

      const antes = await retrato(app, tabela);
      const segunda = await app.pedir('PATCH', caminho, outra, com(lido));
      expect([segunda.status, segunda.corpo.error[0]?.title]).toEqual([412, 'HttpPreconditionFailedError']);
      expect(await retrato(app, tabela)).toEqual(antes);

      const relido = await app.pedir('PATCH', caminho, outra, com(await etagDe(caminho)));
      expect([relido.status, relido.corpo.data]).toMatchObject([200, outra]);
      expect((await app.pedir('PATCH', caminho, uma, com('*'))).status).toBe(200);
      expect((await app.pedir('PATCH', caminho, outra)).status).toBe(200);
    },
  );

  it.each(REGISTROS.filter(([tabela]) => tabela !== 'hospital'))(
    'deve exigir a versão lida em %s também ao inativar, excluir e reativar',
    async (_tabela, novo) => {
      const caminho = await novo(app);
      const velho = '"999"';
      const motivo = { motivo: 'Engano.' };
      const recusas = [
        await app.pedir('POST', `${caminho}/inativar`, motivo, com(velho)),
        await app.pedir('DELETE', `${caminho}?motivo=Engano`, undefined, com(velho)),
      ];
      expect(recusas.map((r) => r.status)).toEqual([412, 412]);
      const inativo = await app.pedir('POST', `${caminho}/inativar`, motivo, com(await etagDe(caminho)));
      expect([inativo.status, inativo.corpo.data]).toMatchObject([200, { ativo: false }]);
      expect((await app.pedir('POST', `${caminho}/reativar`, {}, com(velho))).status).toBe(412);
      const ativo = await app.pedir('POST', `${caminho}/reativar`, {}, com(await etagDe(caminho)));
      expect([ativo.status, ativo.corpo.data]).toMatchObject([200, { ativo: true }]);
    },
  );

  it('deve mudar a versão do paciente quando muda um endereço dele', async () => {
    const paciente = await criar(app, '/v1/pacientes', PESSOA);
    const lido = await etagDe(paciente);
    await criar(app, `${paciente}/enderecos`, CASA);
    expect(await etagDe(paciente)).not.toBe(lido);
    expect((await app.pedir('PATCH', paciente, { nome: 'X' }, com(lido))).status).toBe(412);
  });

  it('deve deixar passar uma só de várias alterações simultâneas com o mesmo ETag', async () => {
    const paciente = await criar(app, '/v1/pacientes', PESSOA);
    const lido = await etagDe(paciente);
    const nomes = ['A', 'B', 'C', 'D', 'E'];
    const juntas = await Promise.all(nomes.map((nome) => app.pedir('PATCH', paciente, { nome }, com(lido))));
    expect(juntas.map((r) => r.status).sort()).toEqual([200, 412, 412, 412, 412]);
  });
});
