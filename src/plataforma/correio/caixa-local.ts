import { Injectable } from '@nestjs/common';
import { inteiro, instante, type Linha, texto } from '../../banco/dialeto.js';
import { Leitura } from '../../banco/leitura.js';

const MAIS_RECENTES = 200;

export interface ResumoDaMensagem {
  readonly id: number;
  readonly para: string;
  readonly assunto: string;
  readonly recebidaEm: Date;
}

export interface MensagemGuardada extends ResumoDaMensagem {
  readonly messageId: string;
  readonly html: string;
  readonly texto: string;
}

/** Reads the local mailbox. */
@Injectable()
export class CaixaLocal {
  constructor(private readonly leitura: Leitura) {}

  /** The 200 newest, newest first. */
  async listar(): Promise<ResumoDaMensagem[]> {
    const linhas = await this.leitura.consultar(
      `SELECT id, para, assunto, recebida_em FROM correio_local ORDER BY id DESC LIMIT ${MAIS_RECENTES}`,
    );
    return linhas.map(resumo);
  }

  async obter(id: number): Promise<MensagemGuardada | null> {
    const linha = await this.leitura.obter('SELECT * FROM correio_local WHERE id = ?', [id]);
    return (
      linha && {
        ...resumo(linha),
        messageId: texto(linha.message_id),
        html: texto(linha.html),
        texto: texto(linha.texto),
      }
    );
  }
}

const resumo = (linha: Linha): ResumoDaMensagem => ({
  id: inteiro(linha.id),
  para: texto(linha.para),
  assunto: texto(linha.assunto),
  recebidaEm: instante(linha.recebida_em),
});
