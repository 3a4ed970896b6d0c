import { setTimeout as esperar } from 'node:timers/promises';
import { ADMIN } from '../../ferramentas/apoio/base.js';
import { ClienteHttp } from '../../ferramentas/apoio/cliente-http.js';
import { posseDe } from '../ajustes.js';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import type { Palco } from '../palco.js';
import { abrirPelaRede } from '../rede/abrir-pela-rede.js';
import { conferirConexoes } from '../rede/conexoes.js';
import type { Mudez, Proxy } from '../rede/proxy.js';
import { semPrazoNenhum } from '../rede/ruins.js';
import { type Pergunta, Sonda } from '../rede/sonda.js';
import { julgar, segundos } from '../veredito.js';

/** Longer than any request waits: whoever has no deadline shows it. */
const SILENCIO_MS = 12_000;
const VOLTA_MAXIMA_MS = 8_000;

/** Reads give up at 8 s and units of work at 10 s; what does not touch the database never waits for it. */
const PERGUNTAS: readonly Pergunta[] = [
  {
    nome: 'leituras',
    fazer: () => ({ metodo: 'GET', caminho: '/v1/leitos?limite=5' }),
    prazoMs: 8_000,
    vozes: 6,
    intervaloMs: 50,
  },
  {
    nome: 'gravações',
    fazer: () => ({ metodo: 'POST', caminho: '/v1/pacientes', corpo: DESCONHECIDO }),
    prazoMs: 10_000,
    vozes: 6,
    intervaloMs: 50,
  },
  {
    nome: 'saude/viva',
    fazer: () => ({ metodo: 'GET', caminho: '/saude/viva' }),
    prazoMs: 0,
    vozes: 1,
    intervaloMs: 100,
  },
  {
    nome: 'saude/pronta',
    fazer: () => ({ metodo: 'GET', caminho: '/saude/pronta' }),
    prazoMs: 1_500,
    vozes: 1,
    intervaloMs: 250,
  },
];

const DESCONHECIDO = { nome: 'Paciente Desconhecido', dataNascimento: '1980-01-01', sexo: 'F' };

export const redeBancoMudo: Cenario = {
  codigo: 'rede-banco-mudo',
  descricao: 'o banco aceita e não responde por segundos, sob carga, e volta',
  motores: ['mysql'],
  ruins: [semPrazoNenhum],
  ajustes: () => [posseDe(2)],
  async executar(palco) {
    const proxy = await abrirPelaRede(palco, { variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 16, pacientes: 32 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 8, variedade: 0.1 });
    await carga.comecar();
    const cliente = new ClienteHttp(palco.replicas[0]!.url);
    palco.aoFechar(() => cliente.encerrar());
    await cliente.entrar(ADMIN);
    const sondas = PERGUNTAS.map((pergunta) => new Sonda(pergunta, cliente, palco.achados));
    for (const sonda of sondas) sonda.comecar();
    const { pid } = palco.replicas[0]!;
    const sentidos: Mudez[] = ['ambos', 'volta', 'ida', 'ambos'];
    for (const sentido of sentidos.slice(0, palco.tamanho(1, sentidos.length)))
      await calar(palco, proxy, sentido, sondas);
    await Promise.all([...sondas.map((sonda) => sonda.parar()), carga.parar()]);
    conferirSaude(palco, sondas);
    if (palco.replicas[0]!.pid !== pid || !palco.replicas[0]!.vivo)
      palco.achados.anotar('MORTE: o produto acabou com o silêncio', palco.replicas[0]!.saida.slice(-300));
    await conferirConexoes(palco, cliente);
    await julgar(palco, { semAvisos: true });
  },
};

async function calar(palco: Palco, proxy: Proxy, sentido: Mudez, sondas: readonly Sonda[]): Promise<void> {
  await palco.pausa(500, 1_000);
  proxy.emudecer(sentido);
  palco.injetado.somar(`silêncios de ${segundos(SILENCIO_MS)} (${sentido})`);
  await esperar(SILENCIO_MS);
  await proxy.curar();
  const curado = performance.now();
  for (const sonda of sondas) {
    let volta = sonda.voltaDesde(curado);
    while (volta === null && performance.now() - curado < 2 * VOLTA_MAXIMA_MS) {
      await esperar(50);
      volta = sonda.voltaDesde(curado);
    }
    const { nome } = sonda.pergunta;
    if (volta === null || volta > VOLTA_MAXIMA_MS)
      palco.achados.anotar(
        `DEMORA: ${nome} não voltaram com o banco`,
        segundos(volta ?? 2 * VOLTA_MAXIMA_MS),
      );
    else if (nome === 'gravações') palco.medido.push(`gravações de volta em ${segundos(volta)}`);
  }
}

function conferirSaude({ achados, medido }: Palco, sondas: readonly Sonda[]): void {
  for (const sonda of sondas) {
    const { nome } = sonda.pergunta;
    medido.push(`${nome}: pior ${segundos(sonda.pior)}, ${sonda.respostas(503)} vezes 503`);
    if (nome === 'saude/viva' && sonda.respostas(200) < sonda.amostras.length)
      achados.anotar('SAÚDE: viva deixou de responder 200', `${sonda.respostas(503)} vezes 503`);
    if (nome === 'saude/pronta' && sonda.respostas(503) === 0)
      achados.anotar('SAÚDE: pronta nunca disse que não podia atender');
  }
}
