import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADMIN, type BancoDeTeste, criarBancoDeTeste, NO_MYSQL } from '../apoio/banco-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { ProcessoDoPlantao, variaveisDoProcesso } from '../apoio/processo-do-plantao.js';
import { type Fim, iniciarEmVao } from '../partida/processo.js';

describe('Arranque do processo', () => {
  let banco: BancoDeTeste;

  beforeAll(async () => {
    banco = await criarBancoDeTeste();
  });
  afterAll(() => banco.apagar());

  const rodarAteOFim = (variaveis: Record<string, string>): Promise<Fim> =>
    iniciarEmVao({ ...variaveisDoProcesso(banco.ambiente), ...variaveis });

  it('deve sair com código 1 e uma frase quando a porta está tomada', async () => {
    const vizinho = createServer();
    await new Promise<void>((resolver) => vizinho.listen(0, '127.0.0.1', resolver));
    const { port } = vizinho.address() as { port: number };
    const { codigo, saida } = await rodarAteOFim({ PORT: String(port) });
    vizinho.close();
    expect(codigo).toBe(1);
    expect(saida).toBe(
      `\nO Plantão não pôde iniciar.\nA porta ${port} de 127.0.0.1 já está em uso. Encerre o outro programa, ou ` +
        `escolha outra porta:\n  PORT=${port + 1} npm start\n`,
    );
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

  it('deve partir com o servidor de e-mail fora do ar e dizer que banco usa', async () => {
    const processo = await ProcessoDoPlantao.preparar(banco.ambiente, {
      MAIL_SERVER: '127.0.0.1',
      MAIL_PORT: '9',
    });
    await processo.ligar();
    await eventualmente(() => expect(processo.saida).toContain('Entrada:'));
    expect(await processo.parar()).toBe(0);
    expect(processo.saida).toMatch(
      NO_MYSQL
        ? /Banco: +(MariaDB|MySQL) \d+\.\d+\S* em \S+:\d+, banco plantao_teste_/
        : /Banco: +SQLite 3\.\S+ em /,
    );
    expect(processo.saida).toContain(`Entrada: ${ADMIN.email} / (senha em ADMIN_SENHA)`);
    // What leaves by SMTP does not wait in the local box.
    expect(processo.saida).not.toContain('/correio');
  });
});
