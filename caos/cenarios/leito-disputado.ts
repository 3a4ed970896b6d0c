import type { Cenario } from '../cenario.js';
import { type HospitalDoCaos, montarHospital } from '../hospital.js';
import { Operador } from '../operador.js';
import type { Palco } from '../palco.js';
import { internar } from '../pedidos.js';
import { conferirEInserir } from '../ruins/conferir-e-inserir.js';
import { julgar } from '../veredito.js';

const RIVAIS = 32;
const LEITOS_POR_VEZ = 10;

export const leitoDisputado: Cenario = {
  codigo: 'leito-disputado',
  descricao: 'mil internações ao mesmo tempo no mesmo leito; depois, 32 rivais em cada um de muitos leitos',
  motores: ['mysql', 'sqlite'],
  ruins: [conferirEInserir],
  async executar(palco) {
    await palco.abrir({ replicas: 3 });
    const rivais = palco.tamanho(350, 1_000);
    const hospital = await montarHospital(palco, { leitos: palco.tamanho(21, 101, 11), pacientes: rivais });
    const operador = new Operador(palco, rivais);
    palco.aoFechar(() => operador.encerrar());
    await operador.entrar();
    const fora = new Set(hospital.pacientes);
    const [primeiro, ...outros] = hospital.leitos;
    await disputar(palco, operador, hospital, { leitoId: primeiro!, pacientes: [...fora], fora });
    palco.injetado.somar('internações no mesmo leito', rivais);
    for (let n = 0; n < outros.length; n += LEITOS_POR_VEZ) {
      const livres = [...fora];
      await Promise.all(
        outros.slice(n, n + LEITOS_POR_VEZ).map((leitoId, i) => {
          const pacientes = livres.slice(i * RIVAIS, (i + 1) * RIVAIS);
          palco.injetado.somar('disputas de 32');
          return disputar(palco, operador, hospital, { leitoId, pacientes, fora });
        }),
      );
    }
    await julgar(palco);
  },
};

interface Disputa {
  readonly leitoId: number;
  readonly pacientes: readonly number[];
  /** Those who are in no bed yet: the winner leaves it. */
  readonly fora: Set<number>;
}

/** All at once, spread over the replicas: one gets the bed, everyone else is told that it is taken. */
async function disputar(
  { achados }: Palco,
  operador: Operador,
  hospital: HospitalDoCaos,
  { leitoId, pacientes, fora }: Disputa,
): Promise<void> {
  const respostas = await Promise.all(
    pacientes.map(async (paciente, n) => ({
      paciente,
      ...(await operador.mandar(internar(hospital, paciente, leitoId), n)),
    })),
  );
  const internados = respostas.filter(({ status }) => status === 201);
  for (const { paciente } of internados) fora.delete(paciente);
  if (internados.length !== 1)
    achados.anotar(`DISPUTA: ${internados.length} internados no mesmo leito`, `leito ${leitoId}`);
  for (const { status, codigo } of respostas)
    if (status !== 201 && status !== 409)
      achados.anotar(`DISPUTA: resposta ${status} em vez de 409`, codigo ?? '');
}
