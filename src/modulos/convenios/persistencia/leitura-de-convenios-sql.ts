import { Injectable } from '@nestjs/common';
import { centavos, inteiro, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { exigirAtivo } from '../../../plataforma/registros/registro.js';
import { type CondicoesDoPagador, LeituraDeConvenios } from '../contrato/leitura-de-convenios.js';
import { CONVENIO } from '../dominio/registro-de-convenios.js';

@Injectable()
export class LeituraDeConveniosSql extends LeituraDeConvenios {
  constructor(private readonly leitura: Leitura) {
    super();
  }

  exigirAtivo(convenioId: number): Promise<void> {
    return exigirAtivo(this.leitura, CONVENIO, convenioId, 'convenioId');
  }

  async condicoes(convenioId: number): Promise<CondicoesDoPagador | null> {
    const linha = await this.leitura.obter('SELECT prazo_pagamento_dias FROM convenios WHERE id = ?', [
      convenioId,
    ]);
    if (!linha) return null;
    const diarias = await this.leitura.consultar(
      'SELECT tipo_leito, valor FROM convenios_diarias WHERE convenio_id = ?',
      [convenioId],
    );
    return {
      prazoPagamentoDias: inteiro(linha.prazo_pagamento_dias),
      diarias: Object.fromEntries(diarias.map((d) => [texto(d.tipo_leito), centavos(d.valor)])),
    };
  }
}
