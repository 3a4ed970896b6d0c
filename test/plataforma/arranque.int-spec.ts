import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADMIN, type BancoDeTeste, criarBancoDeTeste, NO_MYSQL } from '../apoio/banco-de-teste.js';
import { ProcessoDoPlantao, variaveisDoProcesso } from '../apoio/processo-do-plantao.js';

const PRINCIPAL = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

interface Fim {
  readonly codigo: number | null;
  readonly saida: string;
}

describe('Arranque do processo', () => {
  let banco: BancoDeTeste;

  beforeAll(async () => {
    banco = await criarBancoDeTeste();
  });
  afterAll(() => banco.apagar());

  const rodarAteOFim = (variaveis: Record<string, string>): Promise<Fim> =>
    new Promise((resolver) => {
      let saida = '';
      const filho = spawn(process.execPath, [PRINCIPAL], {
        env: { ...variaveisDoProcesso(banco.ambiente), ...variaveis },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      filho.stderr.on('data', (texto: Buffer) => (saida += texto.toString()));
      filho.once('exit', (codigo) => resolver({ codigo, saida }));
    });

  it('deve sair com código 1 e uma frase quando a porta está tomada', async () => {
    const vizinho = createServer();
    await new Promise<void>((resolver) => vizinho.listen(0, '127.0.0.1', resolver));
    const { port } = vizinho.address() as { port: number };
    const { codigo, saida } = await rodarAteOFim({ PORT: String(port) });
    vizinho.close();
    expect(codigo).toBe(1);
    expect(saida).toContain(`A porta ${port} de 127.0.0.1 já está em uso.`);
    expect(saida).not.toContain('    at ');
  });

  it('deve sair com código 1 e nomear cada variável errada', async () => {
    const { codigo, saida } = await rodarAteOFim({
      PORT: 'oitenta',
      HOSPITAL_FUSO: 'Marte/Olimpo',
      ADMIN_SENHA: 'x',
    });
    expect(codigo).toBe(1);
    for (const nome of ['PORT', 'HOSPITAL_FUSO', 'ADMIN_SENHA']) expect(saida).toContain(nome);
  });

  it('deve recusar um segundo processo no mesmo banco embutido, e aceitar o próximo depois que ele morre', async () => {
    if (NO_MYSQL) return;
    const primeiro = await ProcessoDoPlantao.preparar(banco.ambiente);
    await primeiro.ligar();
    const { codigo, saida } = await rodarAteOFim({ PORT: '0', ADMIN_EMAIL: ADMIN.email });
    expect(codigo).toBe(1);
    expect(saida).toContain('Já há um Plantão usando a pasta');
    await primeiro.matar();
    await primeiro.ligar();
    await primeiro.matar();
  });
});
