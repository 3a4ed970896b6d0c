import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { Pessoa } from '../apoio/pessoas.js';
import { retrato } from '../apoio/recusas.js';

type Registro = Record<string, unknown>;

const CLINICOS = ['cidEntrada', 'cidSaida', 'motivoSaida', 'observacao'];

describe('quem vê o que é clínico', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  let internacao: { id: number; pacienteId: number };
  let alheia: { id: number; pacienteId: number };
  let medico: Pessoa;
  let recepcao: Pessoa;
  let faturamento: Pessoa;
  let doisPapeis: Pessoa;
  let paciente: Pessoa;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    const dados = { nome: 'Ana', dataNascimento: '1980-02-29', sexo: 'F', alergias: ['Dipirona'] };
    const { id: pacienteId } = await app.criar('/v1/pacientes', dados);
    internacao = await cenario.internar({ pacienteId });
    await cenario.comandar(internacao.id, 'transferir', {
      leitoId: await cenario.leito(),
      motivo: 'Piorou.',
    });
    alheia = await cenario.internar({ medicoId: await cenario.outroMedico() });
    medico = await Pessoa.criar(app, ['MEDICO'], { medicoId: cenario.medicoId });
    recepcao = await Pessoa.criar(app, ['RECEPCAO']);
    faturamento = await Pessoa.criar(app, ['FATURAMENTO']);
    doisPapeis = await Pessoa.criar(app, ['MEDICO', 'RECEPCAO'], { medicoId: cenario.medicoId });
    paciente = await Pessoa.criar(app, ['PACIENTE'], { pacienteId });
  });

  afterAll(() => app.encerrar());

  const vistos = async (quem: Pessoa, caminho: string): Promise<string[]> => {
    const { status, corpo } = await quem.get<Registro>(caminho);
    expect([caminho, status]).toEqual([caminho, 200]);
    return [...CLINICOS, 'alergias'].filter((campo) => campo in corpo.data);
  };

  it('deve mostrar a quem cuida, e ao próprio paciente, e omitir, não anular, aos demais', async () => {
    const caminho = `/v1/internacoes/${internacao.id}`;
    expect(await vistos(medico, caminho)).toEqual(CLINICOS);
    expect(await vistos(paciente, caminho)).toEqual(CLINICOS);
    expect(await vistos(recepcao, caminho)).toEqual([]);
    expect(await vistos(faturamento, caminho)).toEqual(['motivoSaida']);
    const cadastro = `/v1/pacientes/${internacao.pacienteId}`;
    expect(await vistos(recepcao, cadastro)).toEqual([]);
    expect(await vistos(paciente, cadastro)).toEqual(['alergias']);
  });

  it('deve mostrar a quem também atende só o de quem está sob o seu cuidado', async () => {
    const { corpo } = await doisPapeis.get<Registro[]>('/v1/internacoes');
    const comDiagnostico = corpo.data.filter((i) => 'cidEntrada' in i).map(({ id }) => id);
    expect([corpo.data.length, comDiagnostico]).toEqual([2, [internacao.id]]);
    expect(await vistos(doisPapeis, `/v1/pacientes/${alheia.pacienteId}`)).toEqual([]);
  });

  it('deve omitir em listas, movimentações e respostas de comandos, também nas repetidas', async () => {
    const lista = await recepcao.get<Registro[]>('/v1/internacoes');
    expect(lista.corpo.data.flatMap((i) => CLINICOS.filter((campo) => campo in i))).toEqual([]);
    const historia = await recepcao.get<Registro[]>(`/v1/internacoes/${internacao.id}/movimentacoes`);
    expect(historia.corpo.data.filter((m) => 'motivo' in m)).toEqual([]);
    const doMedico = await medico.get<Registro[]>(`/v1/internacoes/${internacao.id}/movimentacoes`);
    expect(doMedico.corpo.data.map((m) => m.motivo)).toContain('Piorou.');

    const pedido = await cenario.pedido();
    const chave = { 'idempotency-key': 'uma-vez-so' };
    for (const repetida of [null, 'true']) {
      const resposta = await recepcao.pedir('POST', '/v1/internacoes', pedido, chave);
      expect([resposta.status, resposta.cabecalhos.get('idempotency-replayed')]).toEqual([201, repetida]);
      expect(CLINICOS.filter((campo) => campo in resposta.corpo.data)).toEqual([]);
    }
  });

  it('deve recusar, sem nada gravar, que mude às cegas o que não vê', async () => {
    const antes = await retrato(app, 'internacoes', 'pacientes', 'pacientes_alergias');
    for (const [caminho, corpo, campo] of [
      [`/v1/internacoes/${internacao.id}`, { cidEntrada: 'I10' }, 'cidEntrada'],
      [`/v1/internacoes/${internacao.id}`, { observacao: null }, 'observacao'],
      [`/v1/pacientes/${internacao.pacienteId}`, { alergias: [] }, 'alergias'],
    ] as const) {
      const recusa = await recepcao.patch(caminho, corpo);
      expect([recusa.status, recusa.corpo.error]).toEqual([
        403,
        [expect.objectContaining({ codigo: 'ACESSO.CAMPO_RESTRITO', campo })],
      ]);
    }
    expect(await retrato(app, 'internacoes', 'pacientes', 'pacientes_alergias')).toEqual(antes);
    expect((await recepcao.patch(`/v1/internacoes/${internacao.id}`, { convenioId: null })).status).toBe(200);
    expect((await medico.patch(`/v1/internacoes/${internacao.id}`, { cidEntrada: 'I10' })).status).toBe(200);
  });

  it('deve deixar o paciente corrigir só como ser encontrado, e não dizer quem se parece com ele', async () => {
    const caminho = `/v1/pacientes/${internacao.pacienteId}`;
    const telefone = '(11) 98765-4321';
    await app.criar('/v1/pacientes', { nome: 'Outra', dataNascimento: '1999-01-01', sexo: 'F', telefone });
    const mudou = await paciente.patch<Registro>(caminho, { telefone, nomeSocial: 'Aninha' });
    expect([mudou.status, mudou.corpo.data.avisos]).toEqual([200, []]);
    const recusa = await paciente.patch(caminho, { nome: 'Outra' });
    expect([recusa.status, recusa.corpo.error[0]!.codigo, recusa.corpo.error[0]!.campo]).toEqual([
      403,
      'ACESSO.CAMPO_RESTRITO',
      'nome',
    ]);
  });

  it('deve avisar de quem se parece com o paciente sem dizer, a quem não o alcança, qual cadastro é', async () => {
    const parecido = { nome: 'Homônima', dataNascimento: '1980-02-29', sexo: 'F' };
    const { id: outro } = await app.criar('/v1/pacientes', parecido);
    const aviso = { codigo: 'PACIENTE.POSSIVEL_HOMONIMO', mensagem: expect.any(String) };
    const chave = { 'idempotency-key': 'homonima' };
    for (const repetida of [null, 'true']) {
      const { cabecalhos, corpo } = await medico.pedir('POST', '/v1/pacientes', parecido, chave);
      expect(cabecalhos.get('idempotency-replayed')).toBe(repetida);
      expect(corpo.data.avisos).toEqual([aviso]);
    }
    const { id } = (await medico.pedir('POST', '/v1/pacientes', parecido, chave)).corpo.data;
    const avisosA = async (quem: Pessoa) => {
      const mudou = await quem.patch<Registro>(`/v1/pacientes/${String(id)}`, { nome: 'Homônima' });
      const lista = await quem.get<Registro[]>(`/v1/pacientes/${String(id)}/possiveis-duplicados`);
      expect(lista.corpo.data).toEqual(mudou.corpo.data.avisos);
      return lista.corpo.data;
    };
    expect(await avisosA(medico)).toEqual([aviso]);
    for (const quem of [recepcao, doisPapeis])
      expect(await avisosA(quem)).toEqual([{ ...aviso, pacienteId: outro }]);
  });

  it('deve não deixar quem trabalha na recepção corrigir sozinho o próprio cadastro', async () => {
    const { id } = await app.criar('/v1/pacientes', { nome: 'Rui', dataNascimento: '1980-02-29', sexo: 'M' });
    const rui = await Pessoa.criar(app, ['RECEPCAO', 'PACIENTE'], { pacienteId: id });
    const antes = await retrato(app, 'pacientes', 'pacientes_alergias');
    for (const corpo of [{ alergias: ['Látex'] }, { nome: 'Outro' }])
      expect((await rui.patch(`/v1/pacientes/${id}`, corpo)).status).toBe(403);
    expect(await retrato(app, 'pacientes', 'pacientes_alergias')).toEqual(antes);
    const outro = `/v1/pacientes/${internacao.pacienteId}`;
    expect((await rui.patch(outro, { nomeMae: 'Joana' })).status).toBe(200);
  });

  it('deve deixar na trilha cada leitura do que é clínico, e nada da que não o mostra', async () => {
    const linhas = () =>
      app.consultar(
        "SELECT usuario_id, registro_tipo, registro_id, paciente_id, campos FROM auditoria WHERE acao = 'ler' ORDER BY id",
      );
    const antes = (await linhas()).length;
    await recepcao.get('/v1/internacoes');
    await recepcao.get(`/v1/pacientes/${internacao.pacienteId}`);
    await medico.get(`/v1/internacoes/${internacao.id}/movimentacoes`);
    await medico.get(`/v1/pacientes/${internacao.pacienteId}`);
    expect((await linhas()).slice(antes)).toEqual([
      {
        usuario_id: medico.id,
        registro_tipo: 'internacao',
        registro_id: internacao.id,
        paciente_id: internacao.pacienteId,
        campos: expect.stringContaining('motivo'),
      },
      {
        usuario_id: medico.id,
        registro_tipo: 'paciente',
        registro_id: internacao.pacienteId,
        paciente_id: internacao.pacienteId,
        campos: expect.stringContaining('alergias'),
      },
    ]);
  });

  it('deve responder 503, sem nada mostrar, à leitura que não deixa a sua linha na trilha', async () => {
    await app.unidade.executar((tx) => tx.executar('ALTER TABLE auditoria RENAME TO auditoria_fora'));
    try {
      const { status, corpo } = await medico.get(`/v1/internacoes/${internacao.id}`);
      expect([status, JSON.stringify(corpo).includes('I10')]).toEqual([503, false]);
      expect((await recepcao.get(`/v1/internacoes/${internacao.id}`)).status).toBe(200);
    } finally {
      await app.unidade.executar((tx) => tx.executar('ALTER TABLE auditoria_fora RENAME TO auditoria'));
    }
  });

  it('deve dar as palavras de um pedido de privacidade só à própria pessoa e a quem lhe responde', async () => {
    const auditor = await Pessoa.criar(app, ['AUDITOR']);
    const admin = await Pessoa.criar(app, ['ADMIN']);
    const recusado = { fundamento: 'A lei manda guardar.' };
    const abrir = async (tipo: string): Promise<string> => {
      const { corpo } = await paciente.post('/v1/privacidade/pedidos', {
        tipo,
        descricao: 'Quem soube do exame?',
      });
      return `/v1/privacidade/pedidos/${String(corpo.data.id)}`;
    };
    const palavras = async (quem: Pessoa, caminho: string) => {
      const { corpo } = await quem.get<Registro>(caminho);
      const lista = await quem.get<Registro[]>('/v1/privacidade/pedidos');
      expect(lista.corpo.data.find(({ id }) => id === corpo.data.id)).toEqual(corpo.data);
      return ['descricao', 'resposta', 'fundamento'].filter((campo) => campo in corpo.data);
    };
    const [correcao, acesso] = [await abrir('CORRECAO'), await abrir('ACESSO')];
    const tudo = ['descricao', 'resposta', 'fundamento'];
    for (const [quem, daCorrecao, doAcesso] of [
      [paciente, tudo, tudo],
      [admin, tudo, tudo],
      [recepcao, tudo, ['fundamento']],
      [auditor, ['fundamento'], ['fundamento']],
    ] as const)
      expect([quem.papeis, await palavras(quem, correcao), await palavras(quem, acesso)]).toEqual([
        quem.papeis,
        daCorrecao,
        doAcesso,
      ]);
    const pedido = { pacienteId: internacao.pacienteId, tipo: 'ACESSO', descricao: 'Quem soube do exame?' };
    expect('descricao' in (await recepcao.post('/v1/privacidade/pedidos', pedido)).corpo.data).toBe(false);
    expect((await recepcao.post(`${correcao}/recusar`, recusado)).corpo.data).toMatchObject(recusado);
  });

  it('deve dar o motivo de um acesso de emergência a quem o abriu e a quem o revê', async () => {
    const auditor = await Pessoa.criar(app, ['AUDITOR']);
    const corpo = { pacienteId: await cenario.paciente(), motivo: 'Parada cardíaca no corredor.' };
    const { id } = (await medico.post('/v1/acessos-de-emergencia', corpo)).corpo.data;
    const caminho = `/v1/acessos-de-emergencia/${String(id)}`;
    for (const quem of [medico, auditor])
      expect((await quem.get<Registro>(caminho)).corpo.data).toMatchObject(corpo);
    const outro = await Pessoa.criar(app, ['ENFERMAGEM']);
    expect([(await outro.get(caminho)).status, (await recepcao.get(caminho)).status]).toEqual([404, 403]);
  });

  it('deve dizer de quem é o leito só a quem o pode saber', async () => {
    const leitoId = await cenario.leito();
    const espera = await cenario.solicitar({ medicoId: await cenario.outroMedico() });
    expect((await app.post(`/v1/leitos/${leitoId}/reservar`, { solicitacaoId: espera.id })).status).toBe(200);
    const noLeito = async (quem: Pessoa) =>
      (await quem.get<Registro>(`/v1/leitos/${leitoId}`)).corpo.data.reservaSolicitacaoId;
    expect([await noLeito(medico), await noLeito(recepcao)]).toEqual([undefined, espera.id]);
    const { corpo } = await medico.get<{ setores: { leitos: Registro[] }[] }>('/v1/leitos/mapa');
    const noMapa = corpo.data.setores.flatMap(({ leitos }) => leitos.map(({ internacaoId }) => internacaoId));
    expect(noMapa).toContain(internacao.id);
    expect(noMapa).not.toContain(alheia.id);
  });
});
