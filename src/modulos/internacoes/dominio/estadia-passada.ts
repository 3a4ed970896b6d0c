import { conflito, invalido } from '../../../plataforma/erros/erro-de-dominio.js';
import type { DadosDaAdmissao, DadosDaAlta } from './dados-da-internacao.js';
import { Internacao } from './internacao.entity.js';
import { exigirSaida } from './motivo-de-saida.js';

export interface TransferenciaPassada {
  readonly leitoId: number;
  readonly motivo: string;
  readonly em: Date;
}

/** A stay that is already over, as it is told; `setorId` of the admission is that of the last bed. */
export interface EstadiaPassada {
  readonly admissao: DadosDaAdmissao;
  readonly admitidaEm: Date | undefined;
  readonly transferencias: readonly TransferenciaPassada[];
  readonly alta: DadosDaAlta & { readonly em: Date };
}

/** How long in which bed; each stretch ends where the next begins. */
export interface TrechoContado {
  readonly leitoId: number;
  readonly inicio: Date;
  readonly fim: Date;
}

/** Tells the stay by the same verbs, and so by the same rules, as if each step had been told in its time. */
export function contarEstadia(
  { admissao, admitidaEm, transferencias, alta }: EstadiaPassada,
  quando: { agora: Date; autorId: number | null },
): { internacao: Internacao; entrada: Date; trechos: TrechoContado[] } {
  if (!admitidaEm)
    throw invalido(
      'INTERNACAO.ADMISSAO_SEM_INSTANTE',
      'Para registrar uma internação que já acabou, informe também quando o paciente entrou.',
      'admitidaEm',
    );
  exigirSaida(alta.motivoSaida, 'alta.motivoSaida');
  const internacao = Internacao.admitir(admissao, { ...quando, em: admitidaEm, campo: 'admitidaEm' });
  const trechos: TrechoContado[] = [];
  let [leitoId, inicio] = [admissao.leitoId, admitidaEm];
  for (const [i, transferencia] of transferencias.entries()) {
    const { em, motivo } = transferencia;
    const campo = `transferencias[${i}]`;
    if (transferencia.leitoId === leitoId) throw mesmoLeito(`${campo}.leitoId`);
    internacao.transferir(transferencia.leitoId, motivo, { ...quando, em, campo: `${campo}.em` });
    internacao.mudouDeLeito(leitoId, admissao.setorId);
    trechos.push({ leitoId, inicio, fim: em });
    [leitoId, inicio] = [transferencia.leitoId, em];
  }
  internacao.concederAlta(alta, { ...quando, em: alta.em, campo: 'alta.em' });
  internacao.deixouOLeito(leitoId);
  trechos.push({ leitoId, inicio, fim: alta.em });
  return { internacao, entrada: admitidaEm, trechos };
}

const mesmoLeito = (campo: string) =>
  conflito(
    'INTERNACAO.MESMO_LEITO',
    'O paciente já estava nesse leito. Uma transferência vai de um leito a outro.',
    campo,
  );
