import { spawnSync } from 'node:child_process';
import { setTimeout as esperar } from 'node:timers/promises';
import { esperasCurtas } from '../ajustes.js';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import type { Operador } from '../operador.js';
import type { Palco } from '../palco.js';
import { cadastrarPaciente, INTERNADO, obter } from '../pedidos.js';
import { commitEngolido } from '../ruins/commit-engolido.js';
import { julgar } from '../veredito.js';
import { conferirVoltas, medirVolta } from './volta.js';

const VOLTA_MAXIMA_MS = 5_000;
const ARMAZENAMENTO = 'PLATAFORMA.ARMAZENAMENTO';

/**
 * The kernel refuses every write to a file, as on a full disk, while the process goes on: the limit of the size of
 * its files, lowered and raised from outside. It refuses with EFBIG where a full disk does with ENOSPC: SQLite makes
 * SQLITE_IOERR_WRITE of it, and not SQLITE_FULL.
 */
export const discoCheio: Cenario = {
  codigo: 'disco-cheio',
  descricao:
    'o sistema recusa toda gravação em arquivo, como um disco cheio, sob carga, e depois volta a aceitar',
  motores: ['sqlite'],
  ruins: [{ ...commitEngolido, soNoCheio: true }],
  ajustes: () => esperasCurtas,
  async executar(palco) {
    if (!podeLimitar()) return { pulado: 'o comando prlimit (util-linux) não existe nesta máquina' };
    await palco.abrir({ variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 32, pacientes: 64 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 16, variedade: 0.1, respiroMs: 10 });
    await carga.comecar();
    const voltas: number[] = [];
    for (let vez = 0; vez < palco.tamanho(2, 12); vez++) {
      await palco.pausa(200, 1_000);
      limitarArquivos(palco, '0');
      palco.injetado.somar('discos cheios');
      // What was already on its way may still end well.
      await esperar(50);
      await conferirCheio(palco, carga.operador);
      await palco.pausa(200, 1_000);
      limitarArquivos(palco, 'unlimited');
      voltas.push(await medirVolta(carga.operador, INTERNADO));
    }
    await carga.parar();
    conferirVoltas(palco, voltas, VOLTA_MAXIMA_MS);
    await julgar(palco);
    return undefined;
  },
};

/** Reads go on; a write is refused by its name. */
async function conferirCheio(palco: Palco, operador: Operador): Promise<void> {
  const lido = await operador.mandar({ pedido: obter('/v1/leitos') });
  if (lido.status !== 200) palco.achados.anotar('CHEIO: uma leitura não foi respondida', String(lido.status));
  const gravado = await operador.mandar(cadastrarPaciente('Disco Cheio'));
  if (gravado.codigo !== ARMAZENAMENTO)
    palco.achados.anotar(
      'CHEIO: uma gravação não foi recusada pelo que era',
      `${gravado.status} ${gravado.codigo ?? ''}`,
    );
}

const podeLimitar = (): boolean => spawnSync('prlimit', ['--version']).status === 0;

/** Of the files of the product, from now on; what is open counts as well. */
function limitarArquivos({ replicas }: Palco, limite: '0' | 'unlimited'): void {
  for (const { pid } of replicas) {
    const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${limite}:unlimited`]);
    if (status !== 0) throw new Error(`prlimit: ${String(stderr)}`);
  }
}
