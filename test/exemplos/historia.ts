import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';

type Corpo = Record<string, unknown>;
type Registro = { id: number; status: string };

const ALTA = { cidSaida: 'J18.9', motivoSaida: 'ALTA_MELHORADO' };
const PRECOS = [{ tipoLeito: 'ENFERMARIA', valor: 350 }];
const LIBERTAM: Readonly<Record<string, string>> = {
  RESERVADO: 'cancelar-reserva',
  AGUARDANDO_LIMPEZA: 'iniciar-limpeza',
  EM_LIMPEZA: 'concluir-limpeza',
  BLOQUEADO: 'desbloquear',
  MANUTENCAO: 'concluir-manutencao',
  DESATIVADO: 'reativar',
};

/** What must have happened before a command has something to act on: each verb brings it about over HTTP. */
export class Historia {
  #proximo = 1;

  constructor(private readonly app: AplicacaoDeTeste) {}

  /** The bed is LIVRE, whatever it was; who was in it has left. */
  async libertarLeito(id = 1): Promise<void> {
    const [ocupacao] = await this.app.consultar(
      'SELECT internacao_id FROM ocupacoes WHERE leito_id = ? AND fim IS NULL',
      [id],
    );
    if (ocupacao) await this.comandar(`/v1/internacoes/${String(ocupacao.internacao_id)}/alta`, ALTA);
    for (;;) {
      const { status } = await this.#ler(`/v1/leitos/${id}`);
      const comando = LIBERTAM[status];
      if (!comando) return;
      await this.comandar(`/v1/leitos/${id}/${comando}`);
    }
  }

  async sujarLeito(id = 1): Promise<void> {
    await this.libertarLeito(id);
    await this.comandar(`/v1/leitos/${id}/bloquear`, { motivo: 'Obra.' });
    await this.comandar(`/v1/leitos/${id}/desbloquear`);
  }

  /** Nobody of that id is in, nor waits. */
  async dispensarPaciente(pacienteId = 1): Promise<void> {
    const { data } = (await this.app.get<Registro[]>(`/v1/internacoes?limite=100&pacienteId=${pacienteId}`))
      .corpo;
    for (const { id, status } of data)
      if (!['ENCERRADA', 'CANCELADA', 'RECUSADA'].includes(status))
        await this.comandar(
          `/v1/internacoes/${id}/${status === 'SOLICITADA' ? 'cancelar' : 'alta'}`,
          status === 'SOLICITADA' ? { motivo: 'Desistiu.' } : ALTA,
        );
  }

  /** A stay in course, of a new patient in a new bed. */
  async internar(mais: Corpo = {}): Promise<number> {
    const corpo = {
      pacienteId: await this.#paciente(),
      medicoId: 1,
      leitoId: await this.novoLeito(),
      cidEntrada: 'J18',
    };
    return (await this.app.criar('/v1/internacoes', { ...corpo, ...mais })).id;
  }

  async internarComAltaPrevista(): Promise<number> {
    const id = await this.internar();
    await this.comandar(`/v1/internacoes/${id}/prever-alta`, { para: '2100-01-01T00:00:00Z' });
    return id;
  }

  async internarComAltaClinica(): Promise<number> {
    const id = await this.internar();
    await this.comandar(`/v1/internacoes/${id}/alta-clinica`, ALTA);
    return id;
  }

  async darAlta(mais: Corpo = {}): Promise<number> {
    const id = await this.internar(mais);
    await this.comandar(`/v1/internacoes/${id}/alta`, ALTA);
    return id;
  }

  async pedirLeito(): Promise<number> {
    const pedido = { medicoId: 1, cidEntrada: 'J18', tipoLeito: 'ENFERMARIA' };
    return (
      await this.app.criar('/v1/internacoes/solicitacoes', { pacienteId: await this.#paciente(), ...pedido })
    ).id;
  }

  /** A bill that the system issued. */
  async lancamentoEmitido(): Promise<number> {
    return this.#lancamento(await this.darAlta({ convenioId: await this.#convenio(PRECOS) }));
  }

  /** A bill that waited for a price, which has come. */
  async rascunhoComPreco(): Promise<number> {
    const convenioId = await this.#convenio([]);
    const id = await this.#lancamento(await this.darAlta({ convenioId }));
    await this.app.pedir('PATCH', `/v1/convenios/${convenioId}`, { diarias: PRECOS });
    return id;
  }

  async avisoQueFalhou(): Promise<number> {
    const leitoId = await this.novoLeito();
    await this.sujarLeito(leitoId);
    await this.libertarLeito(leitoId);
    const id = await this.#esperar("SELECT MAX(id) AS id FROM notificacoes WHERE status = 'ENVIADA'");
    await this.#forcar(
      "UPDATE notificacoes SET status = 'FALHA_DEFINITIVA', enviada_em = NULL WHERE id = ?",
      id,
    );
    return id;
  }

  async entregaMorta(): Promise<number> {
    const id = await this.#esperar("SELECT MAX(id) AS id FROM entregas WHERE status = 'CONCLUIDA'");
    await this.#forcar("UPDATE entregas SET status = 'MORTA', concluida_em = NULL WHERE id = ?", id);
    return id;
  }

  async planoDeBloqueio(): Promise<number> {
    const plano = { motivo: 'Obra.', em: '2100-01-01T00:00:00Z' };
    await this.comandar('/v1/leitos/1/bloquear', plano);
    return (await this.app.get<Registro[]>('/v1/leitos/1/planos')).corpo.data[0]!.id;
  }

  async trocarEnderecoPrincipal(): Promise<void> {
    await this.app.pedir('PATCH', '/v1/pacientes/1/enderecos/2', { principal: true });
  }

  async novoLeito(): Promise<number> {
    const corpo = { numero: `H-${this.#proximo++}`, setorId: 1, tipo: 'ENFERMARIA' };
    return (await this.app.criar('/v1/leitos', corpo)).id;
  }

  async comandar(caminho: string, corpo: Corpo = {}): Promise<void> {
    const resposta = await this.app.post(caminho, corpo);
    if (resposta.status !== 200)
      throw new Error(`${caminho}: ${resposta.status} ${JSON.stringify(resposta.corpo)}`);
  }

  async #ler(caminho: string): Promise<Registro> {
    return (await this.app.get<Registro>(caminho)).corpo.data;
  }

  async #paciente(): Promise<number> {
    const corpo = {
      nome: `Paciente da história ${this.#proximo++}`,
      dataNascimento: '1990-01-01',
      sexo: 'F',
    };
    return (await this.app.criar('/v1/pacientes', corpo)).id;
  }

  async #convenio(diarias: unknown[]): Promise<number> {
    const corpo = { nome: `Plano ${this.#proximo++}`, tipoPlano: 'FAMILIAR', diarias };
    return (await this.app.criar('/v1/convenios', corpo)).id;
  }

  #lancamento(internacaoId: number): Promise<number> {
    return this.#esperar(`SELECT MAX(id) AS id FROM lancamentos WHERE origem = 'internacao:${internacaoId}'`);
  }

  /** The id that a reaction brings into being. */
  #esperar(sql: string): Promise<number> {
    return eventualmente(async () => {
      const [linha] = await this.app.consultar(sql);
      if (!linha?.id) throw new Error(`nothing yet: ${sql}`);
      return Number(linha.id);
    });
  }

  async #forcar(sql: string, id: number): Promise<void> {
    await this.app.unidade.executar((tx) => tx.executar(sql, [id]));
  }
}
