import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from '@jest/globals';
import { ambienteLimpo, comPasta, PRINCIPAL } from './processo.js';

it('deve obedecer a Ctrl+C enquanto cria a demonstração, sem deixar nada pela metade', () =>
  comPasta(async (DADOS_DIR) => {
    const env = ambienteLimpo({ DADOS_DIR, PORT: '0', DEMO: 'true', LOG_LEVEL: 'info' });
    const processo = spawn(process.execPath, [PRINCIPAL], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const fim = once(processo, 'exit');
    await once(processo.stdout, 'data');
    const pedido = performance.now();
    processo.kill('SIGINT');
    expect(await fim).toEqual([null, 'SIGINT']);
    expect(performance.now() - pedido).toBeLessThan(2_000);
    const banco = new Database(join(DADOS_DIR, 'plantao.sqlite'));
    for (const tabela of ['demonstracao', 'hospital', 'pacientes'])
      expect(banco.prepare(`SELECT * FROM ${tabela}`).all()).toEqual([]);
    banco.close();
  }));
