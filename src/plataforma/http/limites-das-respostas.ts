import type { FastifyInstance, FastifyRequest } from 'fastify';
import { alcanceDe } from '../seguranca/alcance.js';
import type { Autor } from '../seguranca/autor.js';
import { type DonosDosRegistros, temDono } from '../seguranca/donos-dos-registros.js';

/**
 * A list of what belongs to patients, answered to somebody who does not reach everybody's, must have been limited by
 * its own query (`DonosDosRegistros.limite`). One that was not is a defect of ours: nothing of it leaves (500). Call it
 * before the routes exist.
 */
export function instalarLimites(fastify: FastifyInstance, donos: DonosDosRegistros): void {
  fastify.addHook('onRoute', (rota) => {
    const { alvo, forma } = rota.config?.plantao ?? {};
    if (!temDono(alvo) || forma !== 'lista' || rota.url.includes('/:id')) return;
    rota.preSerialization = [
      ...[rota.preSerialization ?? []].flat(),
      (requisicao, resposta, corpo, pronto) => {
        const { autor } = requisicao as FastifyRequest & { autor?: Autor };
        if (resposta.statusCode >= 400 || !autor || alcanceDe(autor).todos) return pronto(null, corpo);
        const limitada = donos.consultouLimites(autor);
        if (limitada) pronto(null, corpo);
        else pronto(new Error('a list was answered without its limits'));
      },
    ];
  });
}
