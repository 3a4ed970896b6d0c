import {
  conflito,
  type ErroDeDominio,
  invalido,
  regraViolada,
} from '../../../plataforma/erros/erro-de-dominio.js';

/** Why a patient cannot have a bed, in the words of the person who is trying (contract `OcupacaoDeLeitos`). */
export const leitoOcupado = (numero: string): ErroDeDominio =>
  conflito('INTERNACAO.LEITO_OCUPADO', `Leito ${numero} já está ocupado.`, 'leitoId');

export const leitoDesconhecido = (leitoId: number): ErroDeDominio =>
  invalido('LEITO.NAO_ENCONTRADO', `O leito ${leitoId} não existe.`, 'leitoId');

/** `porque` completes "O leito 101-A …". */
export const leitoIndisponivel = (numero: string, porque: string): ErroDeDominio =>
  conflito('INTERNACAO.LEITO_INDISPONIVEL', `O leito ${numero} ${porque}.`, 'leitoId');

/** `campo`: where the body has the instant, when whoever asks knows its name. */
export const aindaNaoInstalado = (numero: string, desde: Date, campo?: string): ErroDeDominio =>
  regraViolada(
    'LEITO.AINDA_NAO_INSTALADO',
    `O leito ${numero} só foi instalado em ${desde.toISOString()}. Informe um instante a partir daí.`,
    campo,
  );

/** `quando` completes "já foi ocupado por outra internação …". */
export const periodoSobreposto = (numero: string, quando: string): ErroDeDominio =>
  conflito(
    'INTERNACAO.PERIODO_SOBREPOSTO',
    `O leito ${numero} já foi ocupado por outra internação ${quando}.`,
    'leitoId',
  );

export const mesmoLeito = (numero: string): ErroDeDominio =>
  conflito(
    'INTERNACAO.MESMO_LEITO',
    `O paciente já está no leito ${numero}. Escolha outro leito.`,
    'leitoId',
  );

export const antesDoUltimoMovimento = (inicio: Date): ErroDeDominio =>
  regraViolada(
    'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO',
    `O paciente só entrou no leito em ${inicio.toISOString()}. Informe um instante a partir daí.`,
    'em',
  );

export const semLeito = (internacaoId: number): ErroDeDominio =>
  conflito('INTERNACAO.SEM_LEITO', `A internação ${internacaoId} não ocupa nenhum leito agora.`);

export const jaOcupaLeito = (internacaoId: number): ErroDeDominio =>
  conflito(
    'INTERNACAO.JA_OCUPA_LEITO',
    `A internação ${internacaoId} já ocupa um leito. Use a transferência.`,
  );
