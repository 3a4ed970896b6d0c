import { Injectable } from '@nestjs/common';
import { inteiro, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { type IdentificacaoDoLeito, LeituraDeLeitos } from '../contrato/leitura-de-leitos.js';

@Injectable()
export class LeituraDeLeitosNoBanco extends LeituraDeLeitos {
  constructor(private readonly leitura: Leitura) {
    super();
  }

  override async identificar(leitoId: number): Promise<IdentificacaoDoLeito | null> {
    const linha = await this.leitura.obter(
      'SELECT l.id, l.numero, s.id AS setor_id, s.nome AS setor_nome FROM leitos l JOIN setores s ON s.id = l.setor_id WHERE l.id = ?',
      [leitoId],
    );
    return (
      linha && {
        leitoId: inteiro(linha.id),
        numero: texto(linha.numero),
        setorId: inteiro(linha.setor_id),
        setorNome: texto(linha.setor_nome),
      }
    );
  }
}
