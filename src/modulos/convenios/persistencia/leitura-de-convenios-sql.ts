import { Injectable } from '@nestjs/common';
import { centavos, dia, inteiro, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { exigirAtivo } from '../../../plataforma/registros/registro.js';
import { type CondicoesDoPagador, LeituraDeConvenios } from '../contrato/leitura-de-convenios.js';
import { CONVENIO } from '../dominio/registro-de-convenios.js';
import { exigirEmVigor, type Vigencia } from '../dominio/vigencia.js';

@Injectable()
export class LeituraDeConveniosSql extends LeituraDeConvenios {
  constructor(private readonly leitura: Leitura) {
    super();
  }

  exigirAtivo(convenioId: number): Promise<void> {
    return exigirAtivo(this.leitura, CONVENIO, convenioId, 'convenioId');
  }

  async exigirVigente(convenioId: number, naData: string): Promise<void> {
    await this.exigirAtivo(convenioId);
    const vigencia = await this.#termos(convenioId);
    if (vigencia) exigirEmVigor(convenioId, vigencia, naData);
  }

  async condicoes(convenioId: number): Promise<CondicoesDoPagador | null> {
    const termos = await this.#termos(convenioId);
    if (!termos) return null;
    const diarias = await this.leitura.consultar(
      'SELECT tipo_leito, valor FROM convenios_diarias WHERE convenio_id = ?',
      [convenioId],
    );
    return {
      ...termos,
      diarias: Object.fromEntries(diarias.map((d) => [texto(d.tipo_leito), centavos(d.valor)])),
    };
  }

  async #termos(convenioId: number): Promise<(Vigencia & { prazoPagamentoDias: number }) | null> {
    const linha = await this.leitura.obter(
      'SELECT prazo_pagamento_dias, vigencia_inicio, vigencia_fim FROM convenios WHERE id = ?',
      [convenioId],
    );
    return (
      linha && {
        prazoPagamentoDias: inteiro(linha.prazo_pagamento_dias),
        vigenciaInicio: ouNulo(dia)(linha.vigencia_inicio),
        vigenciaFim: ouNulo(dia)(linha.vigencia_fim),
      }
    );
  }
}
