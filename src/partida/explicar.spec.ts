import { describe, expect, it } from '@jest/globals';
import type { Ambiente } from '../config/ambiente.js';
import { explicar } from './explicar.js';
import { Impedimento } from './impedimento.js';

const ambiente = (host: string | null, nivelDeLog = 'info'): Ambiente =>
  ({
    nivelDeLog,
    banco: {
      host,
      porta: 3306,
      usuario: 'plantao',
      senha: 'segredo',
      nome: 'plantao',
      dadosDir: '/srv/dados',
    },
  }) as Ambiente;

const comCodigo = (code: string, mensagem = 'falhou', mais: object = {}): Error =>
  Object.assign(new Error(mensagem), { code, ...mais });

describe('explicação do que impede a partida', () => {
  it('deve repetir tal e qual o que já vem explicado', () => {
    expect(explicar(new Impedimento('Faça assim.'), null)).toBe('Faça assim.');
  });

  it('deve ser honesta sobre o que não previu e só mostrar a pilha a quem a pede', () => {
    const erro = new TypeError('x is not a function');
    const curta = 'Aconteceu algo que o Plantão não previa: TypeError: x is not a function\n';
    expect(explicar(erro, ambiente(null))).toMatch(new RegExp(`^${curta}.*LOG_LEVEL=debug npm start\\.$`));
    expect(explicar(erro, ambiente(null, 'debug'))).toContain('explicar.spec.ts');
    expect(explicar('só um texto', null)).toContain('só um texto');
  });

  it('deve ver através dos embrulhos do TypeORM e da unidade de trabalho', () => {
    const cheio = comCodigo('SQLITE_FULL', 'database or disk is full');
    for (const embrulho of [
      Object.assign(new Error('QueryFailedError'), { driverError: cheio }),
      new Error('database error: armazenamento', { cause: cheio }),
    ])
      expect(explicar(embrulho, ambiente(null))).toContain('O disco de /srv/dados está cheio.');
  });

  it.each([
    ['SQLITE_CANTOPEN', 'não consegue gravar em /srv/dados (SQLITE_CANTOPEN)'],
    ['SQLITE_READONLY_DBMOVED', 'não consegue gravar em /srv/dados'],
    ['SQLITE_IOERR_WRITE', 'O disco de /srv/dados não respondeu como devia (SQLITE_IOERR_WRITE)'],
    ['SQLITE_IOERR_SHMSIZE', 'O disco de /srv/dados está cheio'],
    ['SQLITE_CORRUPT_VTAB', 'está estragado'],
  ])('deve explicar %s no banco embutido', (codigo, trecho) => {
    expect(explicar(comCodigo(codigo), ambiente(null))).toContain(trecho);
  });

  it('deve indicar a pasta do arquivo que não pôde gravar antes de conhecer a configuração', () => {
    const erro = comCodigo('EACCES', 'negado', { path: '/srv/dados/segredo-jwt.json.novo', syscall: 'open' });
    expect(explicar(erro, null)).toMatch(/mkdir -p '\/srv\/dados' && chown -R \S+ '\/srv\/dados'/);
  });

  it.each([
    ['ER_DISK_FULL', 'O disco do servidor de banco db.local:3306 está cheio.'],
    ['ER_CON_COUNT_ERROR', 'não aceita mais esta máquina ou mais conexões'],
    ['ER_OPTION_PREVENTS_STATEMENT', 'só aceita leitura: parece uma réplica'],
    ['ER_ACCESS_DENIED_NO_PASSWORD_ERROR', 'recusou o usuário plantao com a senha dada'],
    ['EHOSTUNREACH', 'não respondeu em db.local:3306'],
  ])('deve explicar %s num servidor', (codigo, trecho) => {
    const dito = explicar(comCodigo(codigo), ambiente('db.local'));
    expect(dito).toContain(trecho);
    expect(dito).not.toContain('segredo');
  });

  it('deve não culpar o servidor de banco quando não há um', () => {
    expect(explicar(comCodigo('ECONNREFUSED'), ambiente(null))).toContain('não previa');
  });
});
