import type { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import type { EstadoDoLeito } from '../../src/modulos/leitos/dominio/estados-do-leito.js';
import { type Cadastro, CADASTROS, type Corpo, type Preparo } from './corpos.js';
import { pedidosSobreAcessos } from './pedidos-sobre-acessos.js';

const ALTA = { cidSaida: 'J18.9', motivoSaida: 'ALTA_MELHORADO' };
const MOTIVO = { motivo: 'Registrado por engano.' };

/** The state in which a bed takes each command. */
const ESTADOS: Readonly<Record<string, EstadoDoLeito>> = {
  reservar: 'LIVRE',
  'cancelar-reserva': 'RESERVADO',
  'iniciar-limpeza': 'AGUARDANDO_LIMPEZA',
  'concluir-limpeza': 'EM_LIMPEZA',
  bloquear: 'LIVRE',
  desbloquear: 'BLOQUEADO',
  manutencao: 'OCUPADO',
  'concluir-manutencao': 'MANUTENCAO',
  desativar: 'LIVRE',
  reativar: 'DESATIVADO',
};

/** One for each operation that keeps text, by its name (`POST /v1/leitos`). */
export function pedidosQueServem(cenario: CenarioDeLeitos): Readonly<Record<string, Preparo | undefined>> {
  const { app, internacoes } = cenario;
  let proximo = 1_000;
  const pedidos: Record<string, Preparo> = {};
  const unico: Partial<Record<Cadastro, () => Corpo>> = {
    medicos: () => ({ numeroConselho: String(100_000 + ++proximo) }),
    usuarios: () => ({ email: `pessoa${++proximo}@hospital.local` }),
    especialidades: () => ({ nome: `Especialidade ${++proximo}` }),
  };
  const corpoDe = (cadastro: Cadastro): Corpo => ({ ...CADASTROS[cadastro], ...unico[cadastro]?.() });
  const criar = async (cadastro: Cadastro): Promise<string> =>
    `/v1/${cadastro}/${(await app.criar(`/v1/${cadastro}`, corpoDe(cadastro))).id}`;

  for (const cadastro of Object.keys(CADASTROS) as Cadastro[]) {
    pedidos[`POST /v1/${cadastro}`] = async () => ({ caminho: `/v1/${cadastro}`, corpo: corpoDe(cadastro) });
    pedidos[`PATCH /v1/${cadastro}/{id}`] = async () => ({ caminho: await criar(cadastro), corpo: {} });
    pedidos[`POST /v1/${cadastro}/{id}/inativar`] = async () => ({
      caminho: `${await criar(cadastro)}/inativar`,
      corpo: MOTIVO,
    });
  }

  const { endereco } = CADASTROS.pacientes;
  const enderecos = async () => `/v1/pacientes/${await internacoes.paciente()}/enderecos`;
  const umEndereco = async () => {
    const caminho = await enderecos();
    await app.criar(caminho, endereco);
    return `${caminho}/${(await app.criar(caminho, { ...endereco, principal: false })).id}`;
  };
  pedidos['POST /v1/pacientes/{id}/enderecos'] = async () => ({
    caminho: await enderecos(),
    corpo: endereco,
  });
  pedidos['PATCH /v1/pacientes/{id}/enderecos/{enderecoId}'] = async () => ({
    caminho: await umEndereco(),
    corpo: {},
  });
  pedidos['POST /v1/pacientes/{id}/enderecos/{enderecoId}/inativar'] = async () => ({
    caminho: `${await umEndereco()}/inativar`,
    corpo: MOTIVO,
  });

  pedidos['POST /v1/pacientes/{id}/conta'] = async () => {
    const email = `conta${++proximo}@hospital.local`;
    await app.criar('/v1/usuarios', { ...CADASTROS.usuarios, email, papeis: ['PACIENTE'] });
    return { caminho: `/v1/pacientes/${await internacoes.paciente()}/conta`, corpo: { email } };
  };
  pedidos['PATCH /v1/hospital'] = async () => ({ caminho: '/v1/hospital', corpo: {} });
  pedidos['POST /v1/leitos'] = async () => ({
    caminho: '/v1/leitos',
    corpo: {
      numero: `N-${++proximo}`,
      setorId: (await app.criar('/v1/setores', CADASTROS.setores)).id,
      tipo: 'ENFERMARIA',
    },
  });
  pedidos['PATCH /v1/leitos/{id}'] = async () => {
    const setorId = (await app.criar('/v1/setores', CADASTROS.setores)).id;
    return { caminho: `/v1/leitos/${await cenario.leito('LIVRE', { setorId })}`, corpo: {} };
  };
  for (const [comando, estado] of Object.entries(ESTADOS))
    pedidos[`POST /v1/leitos/{id}/${comando}`] = async () => ({
      caminho: `/v1/leitos/${await cenario.leito(estado)}/${comando}`,
      corpo: MOTIVO,
    });

  const noPedido = (comando: string, corpo: Corpo) => async () => ({
    caminho: `/v1/internacoes/${(await internacoes.solicitar()).id}/${comando}`,
    corpo: { ...corpo, ...(comando === 'admitir' ? { leitoId: await cenario.leito() } : {}) },
  });
  const naInternacao =
    (comando: string, corpo: Corpo = {}, antes: readonly (readonly [string, Corpo])[] = []) =>
    async () => {
      const { id } = await internacoes.internar();
      for (const [anterior, dados] of antes) await internacoes.comandar(id, anterior, dados);
      const leito = comando === 'transferir' ? { leitoId: await cenario.leito() } : {};
      return { caminho: `/v1/internacoes/${id}${comando && `/${comando}`}`, corpo: { ...corpo, ...leito } };
    };
  const daInternacao: Record<string, Preparo> = {
    transferir: naInternacao('transferir', MOTIVO),
    cancelar: naInternacao('cancelar', MOTIVO),
    alta: naInternacao('alta', ALTA),
    'alta-clinica': naInternacao('alta-clinica', ALTA),
    'cancelar-previsao': naInternacao('cancelar-previsao', MOTIVO, [
      ['prever-alta', { para: '2199-01-01T00:00:00Z' }],
    ]),
    reabrir: naInternacao('reabrir', MOTIVO, [['alta', ALTA]]),
    recusar: noPedido('recusar', MOTIVO),
    admitir: noPedido('admitir', {}),
  };
  for (const [comando, preparo] of Object.entries(daInternacao))
    pedidos[`POST /v1/internacoes/{id}/${comando}`] = preparo;
  pedidos['PATCH /v1/internacoes/{id}'] = naInternacao('');
  pedidos['POST /v1/internacoes'] = async () => ({
    caminho: '/v1/internacoes',
    corpo: await internacoes.pedido(),
  });
  pedidos['POST /v1/internacoes/solicitacoes'] = async () => ({
    caminho: '/v1/internacoes/solicitacoes',
    corpo: {
      ...{ pacienteId: await internacoes.paciente(), medicoId: internacoes.medicoId },
      ...{ cidEntrada: 'J189', tipoLeito: 'ENFERMARIA' },
    },
  });
  pedidos['POST /v1/internacoes/solicitacoes/{id}/recusar'] = async () => ({
    caminho: `/v1/internacoes/solicitacoes/${(await internacoes.solicitar()).id}/recusar`,
    corpo: MOTIVO,
  });
  return { ...pedidos, ...pedidosSobreAcessos(internacoes) };
}
