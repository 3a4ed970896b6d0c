import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { Distribuidor } from '../distribuidor.js';
import { montarHospital } from '../hospital.js';
import type { Palco } from '../palco.js';
import { paradaBrusca } from '../ruins/parada-brusca.js';
import { semDespedida } from '../ruins/sem-despedida.js';
import { julgar } from '../veredito.js';

export const reinicioEmRodizio: Cenario = {
  codigo: 'reinicio-em-rodizio',
  descricao: 'SIGTERM e nova partida de uma réplica após a outra, sob carga: nenhum pedido em curso se perde',
  motores: ['mysql', 'sqlite'],
  motoresNoCurto: ['mysql'],
  ruins: [paradaBrusca, semDespedida],
  async executar(palco) {
    await palco.abrir({ replicas: palco.tamanho(2, 3), variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 32, pacientes: 64 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 16, variedade: 0.1, respiroMs: 10 });
    const distribuidor = new Distribuidor(palco.replicas);
    palco.aoFechar(() => distribuidor.encerrar());
    carga.operador.distribuidor = distribuidor;
    await carga.comecar();
    for (let volta = 0; volta < palco.tamanho(1, 10); volta++)
      for (const [qual] of palco.replicas.entries()) {
        await palco.pausa(300, 900);
        await pararBem(palco, qual);
        if (palco.replicas.every(({ vivo }) => !vivo)) await conferirDevolvidas(palco);
        await palco.replicas[qual]!.ligar();
      }
    await palco.pausa(300, 600);
    await carga.parar();
    for (const motivo of carga.operador.incertos)
      palco.achados.anotar('RODÍZIO: pedido em curso sem resposta', motivo);
    for (const [qual] of palco.replicas.entries()) await pararBem(palco, qual);
    await conferirDevolvidas(palco);
    await julgar(palco);
  },
};

async function pararBem({ replicas, injetado, achados }: Palco, qual: number): Promise<void> {
  const codigo = await replicas[qual]!.parar();
  injetado.somar('paradas');
  if (codigo !== 0) achados.anotar('RODÍZIO: a parada não terminou bem', `código ${String(codigo)}`);
}

/** Nobody is up: nobody holds a delivery, or it would wait for the claim to end. */
async function conferirDevolvidas({ base, achados }: Palco): Promise<void> {
  const presas = await base.consultar('SELECT entrega_id FROM entregas_prontas WHERE dono IS NOT NULL');
  if (presas.length > 0)
    achados.anotar('RODÍZIO: entrega não devolvida na parada', `${presas.length} entregas`);
}
