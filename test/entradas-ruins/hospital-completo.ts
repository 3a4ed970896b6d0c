import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { pararRele } from '../apoio/rele-parado.js';
import { CADASTROS } from './corpos.js';

const ALTA = { cidSaida: 'J18.9', motivoSaida: 'ALTA_MELHORADO' };
const PREVISAO = { para: '2199-01-01T00:00:00Z' };

/**
 * A hospital with two of everything, so that every list has a second page, and whose records of id 1 exist, bills,
 * notices and requests about data included. Its reactions are done, and stopped: nothing changes by itself.
 */
export async function montarHospitalCompleto(): Promise<AplicacaoDeTeste> {
  const app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'false' });
  const cenario = await CenarioDeInternacao.montar(app);
  await app.criar('/v1/setores', CADASTROS.setores);
  await cenario.outroMedico();
  for (const n of [1, 2]) {
    const convenioId = await cenario.convenio();
    await app.criar('/v1/usuarios', { ...CADASTROS.usuarios, email: `pessoa${n}@hospital.local` });
    const encerrada = await cenario.internar({ convenioId });
    await app.criar('/v1/pacientes/1/enderecos', CADASTROS.pacientes.endereco);
    await cenario.comandar(encerrada.id, 'alta', ALTA);
    for (const comando of ['iniciar-limpeza', 'concluir-limpeza'])
      await app.post(`/v1/leitos/${encerrada.leitoId}/${comando}`);
    await cenario.comandar((await cenario.internar()).id, 'prever-alta', PREVISAO);
    await cenario.solicitar();
    await app.criar('/v1/privacidade/pedidos', { pacienteId: n, tipo: 'CORRECAO' });
    await app.criar('/v1/acessos-de-emergencia', { pacienteId: n, motivo: 'Parada no corredor.' });
  }
  await eventualmente(async () => {
    const [faltam] = await app.consultar("SELECT COUNT(*) AS n FROM entregas WHERE status <> 'CONCLUIDA'");
    const [feitas] = await app.consultar('SELECT COUNT(*) AS n FROM lancamentos');
    if (Number(faltam!.n) > 0 || Number(feitas!.n) < 2) throw new Error('the reactions are not done yet');
  });
  await pararRele(app);
  return app;
}
