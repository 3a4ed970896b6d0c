import { CommandBus, type ICommand } from '@nestjs/cqrs';
import { expect } from '@jest/globals';
import { ErroDeDominio } from '../../src/plataforma/erros/erro-de-dominio.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';
import { esperaRecusaSemEscrita, retrato } from './recusas.js';

/** A register under proof: its table, its error codes (404 and 409), and the command to try. */
export interface ProvaDeInativacao {
  readonly tabela: string;
  readonly inexistente: string;
  readonly repetida: string;
  readonly comando: (id: number) => ICommand;
}

const INSTANTE = new Date('2026-06-01T12:00:00.000Z');

/** Runs `comando` on an active (or, for `ativo: true`, inactive) record twice at once, then again, then on nobody. */
export async function esperaMudarUso(
  aplicacao: AplicacaoDeTeste,
  id: number,
  { tabela, inexistente, repetida, comando }: ProvaDeInativacao,
  depois: { ativo: boolean; motivoInativacao: string | null },
): Promise<void> {
  const executar = (alvo: number): Promise<unknown> => aplicacao.app.get(CommandBus).execute(comando(alvo));
  const antes = await retrato(aplicacao, tabela);
  aplicacao.relogio.ajustar(INSTANTE);

  const juntos = await Promise.allSettled([executar(id), executar(id)]);
  const [resposta] = juntos.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  const [recusa] = juntos.flatMap((r) => (r.status === 'rejected' ? [r.reason as unknown] : []));
  expect(recusa).toBeInstanceOf(ErroDeDominio);
  expect(recusa).toMatchObject({ codigo: repetida, tipo: 'conflito' });
  expect(resposta).toMatchObject({ id, ...depois });
  const { inativadoEm, atualizadoEm } = resposta as { inativadoEm: Date | null; atualizadoEm: Date };
  expect(inativadoEm).toEqual(depois.ativo ? null : atualizadoEm);
  expect(Math.abs(atualizadoEm.getTime() - INSTANTE.getTime())).toBeLessThan(10_000);

  const [linha] = await aplicacao.consultar(`SELECT versao FROM ${tabela} WHERE id = ?`, [id]);
  const [linhaAntes] = (antes[0] as { id: number; versao: number }[]).filter((l) => l.id === id);
  expect(linha?.versao).toBe(linhaAntes!.versao + 1);
  expect((await retrato(aplicacao, tabela))[0]).toHaveLength((antes[0] as unknown[]).length);

  await esperaRecusaSemEscrita(aplicacao, [tabela], repetida, () => executar(id));
  await esperaRecusaSemEscrita(aplicacao, [tabela], inexistente, () => executar(999_999));
}
