import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArquivoGerado } from '../../ferramentas/gerar/arquivo-gerado.js';
import { diferentes, gravar } from '../../ferramentas/gerar/disco.js';
import { gerarArquivos } from '../../ferramentas/gerar/gerar-arquivos.js';
import { PAPEIS } from '../../src/plataforma/seguranca/autor.js';

describe('arquivos gerados', () => {
  let arquivos: readonly ArquivoGerado[];
  let pasta: string;

  beforeAll(async () => {
    arquivos = await gerarArquivos();
  });

  beforeEach(() => {
    pasta = mkdtempSync(join(tmpdir(), 'plantao-gerados-'));
  });

  afterEach(() => rmSync(pasta, { recursive: true, force: true }));

  const conteudo = (caminho: string): string => arquivos.find((a) => a.caminho === caminho)!.conteudo;
  const linhasDaTabela = (caminho: string): string[][] =>
    conteudo(caminho)
      .split('\n')
      .filter((linha) => linha.startsWith('| `'))
      .map((linha) => linha.split(' |').map((celula) => celula.replace(/^\|/, '').trim()));

  it('deve gerar sempre o mesmo texto, terminado em uma quebra de linha', async () => {
    expect(await gerarArquivos()).toEqual(arquivos);
    for (const arquivo of arquivos) expect(arquivo.conteudo).toMatch(/[^\n]\n$/);
  });

  it('deve pôr rotas e esquemas do OpenAPI em ordem, e toda rota com resposta documentada', () => {
    const documento = JSON.parse(conteudo('openapi.json')) as {
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
      components: { schemas: Record<string, unknown> };
    };

    for (const chaves of [Object.keys(documento.paths), Object.keys(documento.components.schemas)]) {
      expect(chaves.length).toBeGreaterThan(0);
      expect(chaves).toEqual([...chaves].sort());
    }
    expect(Object.keys(documento.paths['/v1/auth/login']!['post']!.responses)).toEqual(
      expect.arrayContaining(['200', '401', '422', '429']),
    );
  });

  it('deve não preencher os instantes opcionais dos corpos, e mantê-los no exemplo das respostas', () => {
    const { schemas } = (
      JSON.parse(conteudo('openapi.json')) as {
        components: { schemas: Record<string, { example?: object; properties: Record<string, object> }> };
      }
    ).components;

    expect(schemas['DadosDaTransferencia']!.example).toEqual({
      leitoId: 2,
      motivo: 'Precisa ficar perto do posto de enfermagem.',
    });
    for (const [corpo, instante] of [
      ['DadosDaAlta', 'em'],
      ['DadosDaTransferencia', 'em'],
      ['DadosDaInternacao', 'admitidaEm'],
    ] as const) {
      expect(Object.keys(schemas[corpo]!.example!)).not.toContain(instante);
      expect(schemas[corpo]!.properties[instante]).not.toHaveProperty('example');
    }
    expect(schemas['DadosDaInscricao']!.properties).toMatchObject({
      numeroConselho: { example: '54321' },
      ufConselho: { example: 'RJ' },
    });
    expect(schemas['InternacaoResposta']).not.toHaveProperty('example');
    expect(schemas['InternacaoResposta']!.properties['saidaEm']).toHaveProperty('example');
  });

  it('deve dizer de cada rota quem pode chamá-la', () => {
    const linhas = new Map(
      linhasDaTabela('docs/permissoes.md').map(([rota, ...celulas]) => [
        rota!,
        celulas.slice(0, 1 + PAPEIS.length),
      ]),
    );
    const todos = PAPEIS.map(() => '✓');

    expect(linhas.get('`POST /v1/auth/login`')).toEqual(['✓', ...todos]);
    expect(linhas.get('`GET /v1/auth/eu`')).toEqual(['', ...todos]);
    expect(linhas.get('`POST /v1/usuarios`')).toEqual([
      '',
      ...PAPEIS.map((papel) => (papel === 'ADMIN' ? '✓' : '')),
    ]);
    expect(linhas.get('`GET /v1/eventos`')).toEqual([
      '',
      ...PAPEIS.map((papel) => (['ADMIN', 'GESTAO', 'AUDITOR'].includes(papel) ? '✓' : '')),
    ]);
    expect(linhas.has('`GET /saude/viva`')).toBe(true);
  });

  it('deve dizer de cada perfil o que alcança e o que vê de clínico', () => {
    expect(conteudo('docs/permissoes.md')).toContain('| MEDICO | os de quem está sob o seu cuidado |');
    const cid = linhasDaTabela('docs/permissoes.md').find(([campo]) => campo === '`Internacao.motivoSaida`')!;
    expect(Object.fromEntries(PAPEIS.map((papel, i) => [papel, cid[i + 1]]))).toMatchObject({
      ADMIN: 'todos',
      MEDICO: 'sob cuidado',
      RECEPCAO: '',
      FATURAMENTO: 'todos',
      PACIENTE: 'próprio',
    });
  });

  it('deve ter em permissões todas as rotas do OpenAPI', () => {
    const { paths } = JSON.parse(conteudo('openapi.json')) as { paths: Record<string, object> };
    const doOpenapi = Object.entries(paths).flatMap(([caminho, verbos]) =>
      Object.keys(verbos).map((v) => `\`${v.toUpperCase()} ${caminho}\``),
    );
    const daTabela = linhasDaTabela('docs/permissoes.md').map(([rota]) => rota);

    expect(doOpenapi.filter((rota) => !daTabela.includes(rota))).toEqual([]);
  });

  it('deve dizer de cada evento quem emite, o que leva e quem reage', () => {
    const eventos = conteudo('docs/eventos.md');

    expect(eventos).toContain('## plataforma.entrega-morta\n');
    expect(eventos).toContain('- Emite: `plataforma`\n');
    expect(eventos).toContain('| `entregaId` | ');
  });

  it('deve trazer o diagrama das máquinas de estados exportadas pelos domínios', () => {
    const estados = conteudo('docs/estados.md');

    expect(estados).toContain('## leito\n');
    expect(estados).toContain('  LIVRE --> RESERVADO: reservar\n');
    expect(estados).toContain('| `LIVRE` | `reservar` | `RESERVADO` |');
  });

  describe('em disco', () => {
    const A = { caminho: 'a.json', conteudo: '{}\n' };
    const B = { caminho: 'docs/b.md', conteudo: 'um\ndois\n' };

    it('deve gravar só o que mudou e criar a pasta que falta', () => {
      expect(gravar([A, B], pasta)).toEqual(['a.json', 'docs/b.md']);
      expect(gravar([A, B], pasta)).toEqual([]);
      expect(gravar([A, { ...B, conteudo: 'três\n' }], pasta)).toEqual(['docs/b.md']);
    });

    it('deve apontar o que falta e o que está diferente, sem escrever nada', () => {
      writeFileSync(join(pasta, 'a.json'), '{ }\n');

      expect(diferentes([A, B], pasta)).toEqual(['a.json', 'docs/b.md']);
      expect(readdirSync(pasta)).toEqual(['a.json']);
    });

    it('deve não estranhar as quebras de linha de um clone no Windows', () => {
      gravar([B], pasta);
      writeFileSync(join(pasta, 'docs/b.md'), 'um\r\ndois\r\n');

      expect(diferentes([B], pasta)).toEqual([]);
    });
  });
});
