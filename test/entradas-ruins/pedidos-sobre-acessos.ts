import type { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { ContaDeTeste } from '../apoio/conta-de-teste.js';
import { Pessoa } from '../apoio/pessoas.js';
import type { Preparo } from './corpos.js';

/** Requests that are accepted, for what is kept of accounts, of emergency accesses and of what people ask about their data. */
export function pedidosSobreAcessos(internacoes: CenarioDeInternacao): Readonly<Record<string, Preparo>> {
  const { app } = internacoes;
  const emergencia = async () => ({
    pacienteId: await internacoes.paciente(),
    motivo: 'Parada no corredor.',
  });
  const pedido = async () => ({ pacienteId: await internacoes.paciente(), tipo: 'CORRECAO' });
  const noPedido = async (comando: string): Promise<string> =>
    `/v1/privacidade/pedidos/${(await app.criar('/v1/privacidade/pedidos', await pedido())).id}/${comando}`;
  return {
    'POST /v1/usuarios/{id}/retirar-segundo-fator': async () => {
      const conta = await ContaDeTeste.criar(app);
      await conta.cadastrarSegundoFator();
      return { caminho: `/v1/usuarios/${conta.id}/retirar-segundo-fator`, corpo: { motivo: 'Perdeu.' } };
    },
    'POST /v1/acessos-de-emergencia': async () => ({
      caminho: '/v1/acessos-de-emergencia',
      corpo: await emergencia(),
    }),
    'POST /v1/acessos-de-emergencia/{id}/revisar': async () => {
      // Nobody reviews what is their own.
      const medica = await Pessoa.criar(app, ['MEDICO']);
      const { corpo } = await medica.post<{ id: number }>('/v1/acessos-de-emergencia', await emergencia());
      return {
        caminho: `/v1/acessos-de-emergencia/${corpo.data.id}/revisar`,
        corpo: { parecer: 'JUSTIFICADO' },
      };
    },
    'POST /v1/privacidade/pedidos': async () => ({
      caminho: '/v1/privacidade/pedidos',
      corpo: await pedido(),
    }),
    'POST /v1/privacidade/pedidos/{id}/atender': async () => ({
      caminho: await noPedido('atender'),
      corpo: { resposta: 'Corrigido.' },
    }),
    'POST /v1/privacidade/pedidos/{id}/recusar': async () => ({
      caminho: await noPedido('recusar'),
      corpo: { fundamento: 'Está conforme.' },
    }),
  };
}
