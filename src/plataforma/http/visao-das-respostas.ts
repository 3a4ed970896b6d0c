import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type FatoAuditado, RegistroDeAuditoria } from '../auditoria/registro-de-auditoria.js';
import { alcanceDe } from '../seguranca/alcance.js';
import type { Autor, Papel } from '../seguranca/autor.js';
import { DonosDosRegistros } from '../seguranca/donos-dos-registros.js';
import { VisaoClinica } from '../seguranca/visao-clinica.js';
import { type CampoRestrito, type PlanoDeVisao, planoDeVisao } from './clinico.js';
import { RespostaPronta } from './envelope.js';
import { idValido } from './id-valido.js';
import { Pagina } from './pagina.js';
import { type Achado, achar, tirar } from './achados.js';

interface Registro {
  readonly id: number;
  readonly pacienteId: number;
}

/**
 * What leaves in an answer is what its reader may see. A field that is not for them is cut, also from an answer that was
 * kept; a clinical one that is leaves its row in the audit trail first, or nothing leaves (503).
 */
@Injectable()
export class VisaoDasRespostas {
  constructor(
    private readonly donos: DonosDosRegistros,
    private readonly visao: VisaoClinica,
    private readonly auditoria: RegistroDeAuditoria,
  ) {}

  /** Call it before the routes exist, and after the envelope: what is cut has not been wrapped yet. */
  instalar(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', (rota) => {
      const { responde } = rota.config?.plantao ?? {};
      const plano = responde ? planoDeVisao(responde) : null;
      if (!plano) return;
      const soReferencias = !temDe(plano, ['clinico', 'perfil']);
      rota.preSerialization = [
        (requisicao, resposta, corpo, pronto) => {
          const { autor } = requisicao as FastifyRequest & { autor?: Autor };
          if (resposta.statusCode >= 400 || !autor || (soReferencias && alcanceDe(autor).todos))
            return pronto(null, corpo as null);
          const repetida = resposta.hasHeader('idempotency-replayed');
          this.#preparar(
            plano,
            autor,
            itensDe(corpo),
            requisicao,
            requisicao.method === 'GET' || repetida,
          ).then(
            () => pronto(null, corpo as null),
            (erro: Error) => pronto(erro),
          );
        },
        ...[rota.preSerialization ?? []].flat(),
      ];
    });
  }

  async #preparar(
    plano: PlanoDeVisao,
    autor: Autor,
    itens: readonly object[],
    requisicao: FastifyRequest,
    eLeitura: boolean,
  ): Promise<void> {
    const achados = itens.flatMap((item) => achar(plano, item));
    cortarDeOutrosPerfis(autor, achados);
    await this.#cortarReferencias(autor, achados);
    const fatos = await this.#cortarClinicos(autor, achados, requisicao);
    if (eLeitura) await this.auditoria.anotar(fatos);
  }

  async #cortarReferencias(autor: Autor, achados: readonly Achado[]): Promise<void> {
    if (alcanceDe(autor).todos) return;
    const ids = new Map<string, number[]>();
    const referencias = achados.flatMap(({ valor, plano }) =>
      plano.restritos.flatMap((r) => {
        const id = (valor as Record<string, unknown>)[r.campo];
        if (r.tipo !== 'referencia' || typeof id !== 'number') return [];
        ids.set(r.de, [...(ids.get(r.de) ?? []), id]);
        return [{ valor, campo: r.campo, de: r.de, id }];
      }),
    );
    const alcancados = new Map<string, ReadonlySet<number>>();
    for (const [de, todos] of ids) alcancados.set(de, await this.donos.alcancados(autor, de, todos));
    for (const { valor, campo, de, id } of referencias) if (!alcancados.get(de)!.has(id)) tirar(valor, campo);
  }

  /** Answers one fact for each record of which something clinical is left to be seen. */
  async #cortarClinicos(
    autor: Autor,
    achados: readonly Achado[],
    requisicao: FastifyRequest,
  ): Promise<FatoAuditado[]> {
    const clinicos = achados.filter(({ plano }) => plano.restritos.some(({ tipo }) => tipo === 'clinico'));
    const registros = await this.#registros(clinicos, requisicao);
    const pacientes = [...registros.values()].map(({ pacienteId }) => pacienteId);
    const visiveis = await this.visao.visiveis(autor, [...new Set(pacientes)]);
    const { papeis } = alcanceDe(autor);
    const fatos = new Map<string, { fato: FatoAuditado; campos: Set<string> }>();
    for (const achado of clinicos) {
      const registro = registros.get(achado);
      const ve = registro !== undefined && visiveis.has(registro.pacienteId);
      const vistos = cortar(achado, (tambem) => ve || tambem.some((papel) => papeis.includes(papel)));
      if (vistos.length === 0 || !registro) continue;
      const { tipo } = achado.plano.registro!;
      const chave = `${tipo}:${registro.id}`;
      const campos = fatos.get(chave)?.campos ?? new Set();
      vistos.forEach((campo) => campos.add(campo));
      const { id, pacienteId } = registro;
      fatos.set(chave, { campos, fato: { acao: 'ler', registro: { tipo, id }, pacienteId, campos: [] } });
    }
    return [...fatos.values()].map(({ fato, campos }) => ({ ...fato, campos: [...campos] }));
  }

  /** Of what record, and of what patient, each of these is. */
  async #registros(
    achados: readonly Achado[],
    { params }: FastifyRequest,
  ): Promise<ReadonlyMap<Achado, Registro>> {
    const daRota = idValido((params as Record<string, string | undefined>).id ?? '');
    const registros = new Map<Achado, Registro>();
    for (const achado of achados) {
      const { tipo, id: onde, paciente } = achado.plano.registro!;
      const valor = achado.valor as Record<string, unknown>;
      const id = onde === 'rota' ? daRota : valor[onde];
      if (typeof id !== 'number') continue;
      const pacienteId =
        paciente === 'registro'
          ? ([...registros.values()].find((r) => r.id === id)?.pacienteId ??
            (await this.donos.pacientesDe(tipo, [id])).get(id))
          : valor[paciente];
      if (typeof pacienteId === 'number') registros.set(achado, { id, pacienteId });
    }
    return registros;
  }
}

const temDe = ({ restritos, dentro }: PlanoDeVisao, tipos: readonly CampoRestrito['tipo'][]): boolean =>
  restritos.some(({ tipo }) => tipos.includes(tipo)) || dentro.some(({ plano }) => temDe(plano, tipos));

function cortarDeOutrosPerfis(autor: Autor, achados: readonly Achado[]): void {
  const { papeis } = alcanceDe(autor);
  if (papeis.includes('ADMIN')) return;
  for (const { valor, plano } of achados)
    for (const restrito of plano.restritos)
      if (restrito.tipo === 'perfil' && !restrito.papeis.some((papel) => papeis.includes(papel)))
        tirar(valor, restrito.campo);
}

/** The records of an answer, wrapped or not. */
function itensDe(corpo: unknown): readonly object[] {
  const valor =
    corpo instanceof Pagina
      ? corpo.itens
      : corpo instanceof RespostaPronta
        ? (corpo.corpo as { data?: unknown }).data
        : corpo;
  return [valor].flat().filter((item): item is object => typeof item === 'object' && item !== null);
}

/** Takes out the clinical fields that are not to be seen; answers the names of those that are, and say something. */
function cortar({ valor, plano }: Achado, ve: (tambem: readonly Papel[]) => boolean): string[] {
  const vistos: string[] = [];
  const campos = valor as Record<string, unknown>;
  for (const restrito of plano.restritos) {
    if (restrito.tipo !== 'clinico') continue;
    const { campo, tambem, onde } = restrito;
    const conteudo = campos[campo];
    if (!ve(onde && campos[onde[0]] !== onde[1] ? [] : tambem)) tirar(valor, campo);
    else if (conteudo !== null && conteudo !== undefined) vistos.push(campo);
  }
  return vistos;
}
