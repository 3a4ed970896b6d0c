import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { comPasta, type Fim, iniciarEmVao, SEM_PRIVILEGIOS, seObedecePermissoes } from './processo.js';

const escutar = (variaveis: Record<string, string>, prefixo: readonly string[] = []): Promise<Fim> =>
  comPasta((DADOS_DIR) => iniciarEmVao({ DADOS_DIR, ...variaveis }, { prefixo }));

/** First port that needs no privilege; a container may have lowered it to 0. */
const primeiraLivre = (): number => {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'));
  } catch {
    return 1024;
  }
};

const sePrecisaDePrivilegio = primeiraLivre() > 80 ? seObedecePermissoes : it.skip;

describe('endereço onde não se pode escutar', () => {
  it('deve dizer que o endereço de HOST não é desta máquina e como escolher outro', async () => {
    // TEST-NET-1: reserved for documentation, nobody has it.
    const { codigo, saida } = await escutar({ HOST: '192.0.2.1', PORT: '8000' });
    expect(saida).toBe(
      '\nO Plantão não pôde iniciar.\n' +
        '192.0.2.1, de HOST, não é um endereço desta máquina. Use 127.0.0.1 (só esta máquina) ou 0.0.0.0 (toda a rede):\n' +
        '  HOST=127.0.0.1 PORT=8000 npm start\n',
    );
    expect(codigo).toBe(1);
  });

  sePrecisaDePrivilegio('deve explicar que uma porta abaixo de 1024 pede privilégio', async () => {
    const { codigo, saida } = await escutar({ PORT: '80' }, SEM_PRIVILEGIOS);
    expect(saida).toContain('não deixa este usuário escutar na porta 80 de 127.0.0.1');
    expect(saida).toContain('  PORT=8000 npm start\n');
    expect(codigo).toBe(1);
  });
});
