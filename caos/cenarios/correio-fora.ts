import type { Cenario } from '../cenario.js';
import { conferir, reenviarEConferir } from '../correio/desfecho-do-correio.js';
import { Expediente } from '../correio/expediente.js';
import { desisteLogo } from '../correio/ruins.js';
import { tentarAteAcabar } from '../correio/tentativas.js';
import { julgar } from '../veredito.js';

const UM_DIA_MIN = 24 * 60;

/** The five attempts of a notice take some three hours: what was owed in the morning is given up, with an alert. */
export const correioFora: Cenario = {
  codigo: 'correio-fora',
  descricao: 'o servidor de e-mail fica fora por um dia do relógio e volta',
  motores: ['sqlite', 'mysql'],
  motoresNoCurto: ['sqlite'],
  ruins: [desisteLogo],
  async executar(palco) {
    const quantos = palco.tamanho(12, 100);
    const expediente = await Expediente.abrir(palco, 2, 2 * quantos);
    const { servidor } = expediente;
    await servidor.sair();
    palco.injetado.somar('dias sem servidor de e-mail');
    await expediente.darAltas(quantos);
    await tentarAteAcabar(palco, expediente);
    await conferir(palco, expediente);
    await expediente.relogios.avancar(UM_DIA_MIN);
    await expediente.darAltas(quantos);
    await expediente.quietude();
    if (servidor.aceitas.length > 0) palco.achados.anotar('ALHEIO: um servidor fora do ar aceitou mensagens');
    await servidor.voltar();
    await tentarAteAcabar(palco, expediente);
    await reenviarEConferir(palco, expediente);
    await julgar(palco);
  },
};
