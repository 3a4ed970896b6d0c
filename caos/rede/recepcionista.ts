import { setTimeout as esperar } from 'node:timers/promises';
import type { Achados } from '../achados.js';
import type { Diario } from '../diario.js';
import type { HospitalDoCaos } from '../hospital.js';
import type { Operador } from '../operador.js';
import type { Respondido } from '../desfecho.js';
import { ALTA, comChave, type Comando, darAlta, internar, INTERNADO } from '../pedidos.js';

/** More than any cut makes necessary: past it, the product does not recover. */
const REPETICOES = 60;
const ESPERA_MS = 20;

/** What was asked for, and how it ended; the name of the patient is his own. */
export interface Cadastro {
  readonly nome: string;
  readonly vezesPedido: 'uma-vez' | 'ate-saber';
  readonly confirmado: boolean;
}

/**
 * One who is told to repeat what got no answer, with the same key, until there is one: registers a person, admits
 * him to her own bed and discharges him, each exactly once. Now and then she registers somebody without a key, and
 * then asks once only.
 */
export class Recepcionista {
  readonly cadastros: Cadastro[] = [];
  /** Answers that said that nobody knows. */
  incertos = 0;
  #chaves = 0;

  constructor(
    private readonly numero: number,
    private readonly operador: Operador,
    private readonly hospital: HospitalDoCaos,
    private readonly registros: { diario: Diario; achados: Achados },
  ) {}

  async atender(): Promise<void> {
    await this.#cadastrarSemChave();
    const nome = `Paciente Repetido ${this.numero}-${this.cadastros.length}`;
    const paciente = await this.#ateSaber(cadastrar(nome));
    this.cadastros.push({ nome, vezesPedido: 'ate-saber', confirmado: paciente !== null });
    if (!paciente) return;
    const leitoId = this.hospital.leitos[this.numero]!;
    const internacao = await this.#ateSaber(internar(this.hospital, Number(paciente.id), leitoId));
    if (!internacao) return;
    const agregado = `internacao:${String(internacao.id)}`;
    this.registros.diario.feito({ evento: INTERNADO, agregado });
    if (await this.#ateSaber(darAlta(Number(internacao.id))))
      this.registros.diario.feito({ evento: ALTA, agregado });
  }

  async #cadastrarSemChave(): Promise<void> {
    const nome = `Paciente Avulso ${this.numero}-${this.cadastros.length}`;
    const { desfecho } = await this.#mandar(cadastrar(nome));
    this.cadastros.push({ nome, vezesPedido: 'uma-vez', confirmado: desfecho === 'feito' });
  }

  /** The body of the answer; null, and a finding, when it is refused or never comes. */
  async #ateSaber(comando: Comando): Promise<Respondido['dados'] | null> {
    const comAChave = comChave(comando, `recepcao-${this.numero}-${++this.#chaves}`);
    for (let vez = 1; vez <= REPETICOES; vez++) {
      const { desfecho, status, codigo, dados } = await this.#mandar(comAChave);
      if (desfecho === 'feito') return dados;
      if (desfecho === 'recusado' && codigo !== 'PLATAFORMA.CHAVE_EM_USO') {
        const oQue = vez > 1 ? 'RECUSADO: pedido repetido com a mesma chave' : 'RECUSADO: pedido correto';
        this.registros.achados.anotar(oQue, `${comando.pedido.caminho}: ${status} ${String(codigo)}`);
        return null;
      }
      await esperar(ESPERA_MS);
    }
    this.registros.achados.anotar('SEM FIM: pedido repetido que nunca é atendido', comando.pedido.caminho);
    return null;
  }

  async #mandar(comando: Comando): Promise<Respondido> {
    const respondido = await this.operador.mandar({ pedido: comando.pedido });
    if (respondido.desfecho === 'incerto') this.incertos += 1;
    return respondido;
  }
}

const cadastrar = (nome: string): Comando => ({
  pedido: {
    metodo: 'POST',
    caminho: '/v1/pacientes',
    corpo: { nome, dataNascimento: '1980-01-01', sexo: 'F' },
  },
});
