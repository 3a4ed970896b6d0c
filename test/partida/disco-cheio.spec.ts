import { describe, expect } from '@jest/globals';
import { eventualmente } from '../apoio/eventualmente.js';
import { comMontagem, comPasta, iniciarEmVao, sePodeMontar } from './processo.js';
import { ServidorEmDiscoPequeno } from './servidor-em-disco-pequeno.js';

/** A disk of its own on this folder. */
const discoDe = (tamanho: string, pasta: string): readonly string[] =>
  comMontagem(`mount -t tmpfs -o size=${tamanho} tmpfs '${pasta}'`);

describe('disco cheio', () => {
  sePodeMontar('deve dizer ao iniciar que não há espaço, e onde', () =>
    comPasta(async (DADOS_DIR) => {
      const prefixo = discoDe('128k', DADOS_DIR);
      const { codigo, saida } = await iniciarEmVao({ DADOS_DIR }, { prefixo });
      expect(saida).toBe(
        `\nO Plantão não pôde iniciar.\nO disco de ${DADOS_DIR} está cheio. Nada se perdeu: libere espaço ` +
          '(df -h mostra onde) e inicie de novo,\nou indique outra pasta: DADOS_DIR=/outra/pasta npm start.\n',
      );
      expect(codigo).toBe(1);
    }),
  );

  sePodeMontar('deve recusar gravações com 503 enquanto não há espaço, e voltar a gravar sem reiniciar', () =>
    comPasta(async (DADOS_DIR) => {
      const prefixo = discoDe('16m', DADOS_DIR);
      const servidor = await ServidorEmDiscoPequeno.ligar(prefixo, DADOS_DIR);
      try {
        await servidor.entrar();
        servidor.encher();
        const criados: string[] = [];
        const criar = async (nome: string) => {
          const resposta = await servidor.pedir('POST', '/setores', { nome });
          if (resposta.status === 201) criados.push(nome);
          return resposta;
        };
        // What the journal still has room for may pass; the first refusal must be the right one.
        let resposta = await criar('Setor 0');
        for (let n = 1; resposta.status === 201 && n < 90; n++) resposta = await criar(`Setor ${n}`);
        expect(resposta).toMatchObject({
          status: 503,
          corpo: { error: [{ codigo: 'PLATAFORMA.ARMAZENAMENTO' }] },
        });
        expect((await servidor.pedir('GET', '/setores')).status).toBe(200);

        servidor.esvaziar();
        await eventualmente(async () => expect((await criar('Depois')).status).toBe(201));
        const { corpo } = await servidor.pedir('GET', '/setores?limite=100');
        const nomes = (corpo.data as { nome: string }[]).map(({ nome }) => nome);
        expect(nomes.sort()).toEqual(criados.sort());
      } finally {
        await servidor.desligar();
      }
    }),
  );
});
