import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BancoDeTeste, criarBancoDeTeste } from '../apoio/banco-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { ProcessoDoPlantao } from '../apoio/processo-do-plantao.js';

/** Words that nothing else in the product contains, one for each thing that must stay in its place. */
const CANARIOS = {
  nome: 'Zulmira Canário Xavante',
  nomeMae: 'Quitéria Canário Tamoio',
  cpf: '52998224725',
  cns: '700000000000005',
  telefone: '11987651234',
  email: 'canario.xavante@exemplo.org',
  alergia: 'dipirona-canario',
  observacao: 'observacao-canario: dor em queimação',
  cid: 'F322',
  carteira: 'CARTEIRA-CANARIO-77',
  logradouro: 'Travessa do Canário Belga',
  senha: 'senha-canario-muito-secreta',
} as const;

describe('o que é pessoal ou clínico', () => {
  let banco: BancoDeTeste;
  let processo: ProcessoDoPlantao;

  beforeAll(async () => {
    banco = await criarBancoDeTeste();
    processo = await ProcessoDoPlantao.preparar(banco.ambiente, { LOG_LEVEL: 'trace' });
    await processo.ligar();
    await processo.entrar();
  }, 60_000);

  afterAll(async () => {
    await processo.parar();
    await banco.apagar();
  });

  const pedir = async (metodo: string, caminho: string, corpo?: unknown): Promise<{ id: number }> =>
    ((await processo.pedir(metodo, caminho, corpo))?.data ?? { id: 0 }) as { id: number };

  it('deve ficar fora de log, evento e notificação, mesmo quando o pedido é recusado', async () => {
    const setor = await pedir('POST', '/v1/setores', { nome: 'Clínica médica' });
    const leito = await pedir('POST', '/v1/leitos', { numero: '1', setorId: setor.id, tipo: 'ENFERMARIA' });
    const medico = await pedir('POST', '/v1/medicos', {
      nome: 'Ana Teste',
      conselho: 'CRM',
      numeroConselho: '12345',
      ufConselho: 'SP',
    });
    const convenio = await pedir('POST', '/v1/convenios', { nome: 'Saúde', tipoPlano: 'INDIVIDUAL' });
    const dados = {
      nome: CANARIOS.nome,
      nomeMae: CANARIOS.nomeMae,
      cpf: CANARIOS.cpf,
      cns: CANARIOS.cns,
      telefone: CANARIOS.telefone,
      email: CANARIOS.email,
      alergias: [CANARIOS.alergia],
      dataNascimento: '1971-02-03',
      sexo: 'F',
      convenioId: convenio.id,
      numeroCarteira: CANARIOS.carteira,
    };
    const paciente = await pedir('POST', '/v1/pacientes', dados);
    expect(paciente.id).toBeGreaterThan(0);
    await pedir('POST', `/v1/pacientes/${paciente.id}/enderecos`, {
      logradouro: CANARIOS.logradouro,
      numero: '1',
      bairro: 'Centro',
      cidade: 'Recife',
      estado: 'PE',
      cep: '50010000',
    });
    // Refused: the same CPF, a field too long with the name in it, a wrong query, a wrong login.
    await pedir('POST', '/v1/pacientes', dados);
    await pedir('POST', '/v1/pacientes', { ...dados, nome: CANARIOS.nome.repeat(20) });
    await pedir('GET', `/v1/pacientes?nome=${encodeURIComponent(CANARIOS.nome)}&limite=0`);
    await pedir('GET', `/v1/pacientes?cpf=${CANARIOS.cpf}`);
    await pedir('POST', '/v1/auth/login', { email: CANARIOS.email, senha: CANARIOS.senha });
    const internacao = await pedir('POST', '/v1/internacoes', {
      pacienteId: paciente.id,
      medicoId: medico.id,
      leitoId: leito.id,
      cidEntrada: CANARIOS.cid,
      observacao: CANARIOS.observacao,
    });
    await pedir('POST', `/v1/internacoes/${internacao.id}/alta`, {
      cidSaida: CANARIOS.cid,
      motivoSaida: 'ALTA_MELHORADO',
    });
    await pedir('POST', `/v1/leitos/${leito.id}/iniciar-limpeza`);
    await pedir('POST', `/v1/leitos/${leito.id}/concluir-limpeza`);
    const avisos = await eventualmente(async () => {
      const lista = (await processo.pedir('GET', '/v1/notificacoes?status=ENVIADA'))!;
      expect(lista.data).toHaveLength(1);
      return lista;
    });
    const eventos = await processo.pedir('GET', '/v1/eventos?limite=100');
    const entregas = await processo.pedir('GET', '/v1/entregas?limite=100');

    expect(processo.saida).toContain('"rota":"/v1/internacoes/:id/alta"');
    expect(JSON.stringify(eventos)).toContain('internacoes.alta-concedida');
    const lugares = {
      log: processo.saida,
      recusas: processo.recusas.join('\n'),
      outros: JSON.stringify([avisos, eventos, entregas]),
    };
    const achados = Object.entries(CANARIOS).flatMap(([qual, canario]) =>
      Object.entries(lugares)
        .filter(([, texto]) => texto.includes(canario))
        .map(([lugar]) => `${qual} em ${lugar}`),
    );
    expect(achados).toEqual([]);
  }, 60_000);
});
