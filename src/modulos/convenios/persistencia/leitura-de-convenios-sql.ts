import { Injectable } from '@nestjs/common';
import { centavos, dia, inteiro, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
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
    const vigencia = await this.#vigencia(convenioId);
    if (vigencia) exigirEmVigor(convenioId, vigencia, naData);
  }

  async condicoes(convenioId: number): Promise<CondicoesDoPagador | null> {
    const linhas = await this.leitura.consultar(
      `SELECT c.prazo_pagamento_dias, c.vigencia_inicio, c.vigencia_fim, d.tipo_leito, d.valor
         FROM convenios c LEFT JOIN convenios_diarias d ON d.convenio_id = c.id WHERE c.id = ?`,
      [convenioId],
    );
    const [convenio] = linhas;
    if (!convenio) return null;
    const diarias = linhas.filter(({ tipo_leito }) => tipo_leito !== null);
    return {
      ...termosDaLinha(convenio),
      diarias: Object.fromEntries(diarias.map((d) => [texto(d.tipo_leito), centavos(d.valor)])),
    };
  }

  async #vigencia(convenioId: number): Promise<Vigencia | null> {
    const linha = await this.leitura.obter(
      'SELECT prazo_pagamento_dias, vigencia_inicio, vigencia_fim FROM convenios WHERE id = ?',
      [convenioId],
    );
    return linha && termosDaLinha(linha);
  }
}

const termosDaLinha = (linha: Linha): Vigencia & { readonly prazoPagamentoDias: number } => ({
  prazoPagamentoDias: inteiro(linha.prazo_pagamento_dias),
  vigenciaInicio: ouNulo(dia)(linha.vigencia_inicio),
  vigenciaFim: ouNulo(dia)(linha.vigencia_fim),
});
