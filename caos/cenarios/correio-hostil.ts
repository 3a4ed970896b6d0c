import type { Cenario } from '../cenario.js';
import { roteiroDeConexoes, roteiroDeMensagens, Roteiro } from '../correio/conduta.js';
import { conferir, reenviarEConferir } from '../correio/desfecho-do-correio.js';
import { Expediente } from '../correio/expediente.js';
import { enviadaAntes, semPosse } from '../correio/ruins.js';
import { tentarAteAcabar } from '../correio/tentativas.js';
import type { Palco } from '../palco.js';
import { julgar } from '../veredito.js';

export const correioHostil: Cenario = {
  codigo: 'correio-hostil',
  descricao: 'o servidor de e-mail recusa, trava, cai e aceita sem dizer, e quem envia morre no meio',
  motores: ['mysql', 'sqlite'],
  motoresNoCurto: ['mysql'],
  ruins: [enviadaAntes, semPosse],
  async executar(palco) {
    const quantos = palco.tamanho(36, 300, 36);
    const expediente = await Expediente.abrir(palco, 2, quantos);
    const { servidor } = expediente;
    servidor.mensagens = roteiroDeMensagens(palco.sorteio, 2 * quantos, palco.tamanho(1, 12, 0));
    servidor.conexoes = roteiroDeConexoes(palco.sorteio, palco.tamanho(4, 16, 2), palco.tamanho(0, 4, 0));
    await expediente.darAltas(quantos);
    const mortes: number[] = [];
    await tentarAteAcabar(palco, expediente, async (rodada) => {
      if (rodada >= palco.tamanho(2, 4, 0)) return 0;
      return matarQuemEnvia(palco, expediente, mortes);
    });
    await conferir(palco, expediente, mortes);
    [servidor.mensagens, servidor.conexoes] = [new Roteiro(), new Roteiro()];
    await reenviarEConferir(palco, expediente, mortes);
    await julgar(palco);
  },
};

/** One death while messages are on their way; the others, and the same one later, go on. */
async function matarQuemEnvia(palco: Palco, { relogios }: Expediente, mortes: number[]): Promise<number> {
  await palco.pausa(100, 1_200);
  const vitima = palco.sorteio.um(palco.replicas);
  await vitima.matar();
  mortes.push(Date.now());
  palco.injetado.somar('mortes de quem envia');
  await vitima.ligar();
  await relogios.acertar(vitima);
  return 1;
}
