import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { centavos, dia, inteiro, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { Dia, Dinheiro, Inteiro, Lista, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { paraReais } from '../../../plataforma/http/dinheiro.js';
import { itensDe } from '../../../plataforma/registros/itens.js';
import { camposDoRegistro, RespostaDeRegistro } from '../../../plataforma/registros/resposta-de-registro.js';
import { mascararCnpj } from '../../../plataforma/identificadores/cnpj.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../../leitos/contrato/tipos.js';
import { TIPOS_DE_PLANO, type TipoDePlano } from '../dominio/convenio.entity.js';
import { CONVENIO } from '../dominio/registro-de-convenios.js';

/** One price of an insurer's table. */
export class DiariaContratada {
  @Opcao(TIPOS_DE_LEITO, { descricao: 'Tipo de leito.' }) tipoLeito!: TipoDeLeito;
  @Dinheiro({ descricao: 'Valor de uma diária, em reais.' }) valor!: number;
}

export class ConvenioResposta extends RespostaDeRegistro {
  @Texto({ max: 120, exemplo: 'Saúde Serrana', descricao: 'Nome do convênio.' }) nome!: string;
  @Opcao(TIPOS_DE_PLANO, { descricao: 'Tipo de plano.' }) tipoPlano!: TipoDePlano;
  @Texto({ max: 6, nulo: true, exemplo: '418374', descricao: 'Registro da operadora na ANS.' }) registroAns!:
    string | null;
  @Texto({ max: 18, nulo: true, exemplo: '12.ABC.345/01DE-35', descricao: 'CNPJ.' }) cnpj!: string | null;
  @Inteiro({ min: 0, exemplo: 30, descricao: 'Prazo de pagamento, em dias.' }) prazoPagamentoDias!: number;
  @Dia({ nulo: true, exemplo: '2026-01-01', descricao: 'Primeiro dia do contrato.' }) vigenciaInicio!:
    string | null;
  @Dia({ nulo: true, exemplo: null, descricao: 'Último dia do contrato.' }) vigenciaFim!: string | null;
  @Lista(() => DiariaContratada, { descricao: 'Tabela de preços das diárias.' }) diarias!: DiariaContratada[];
}

export class ObterConvenio extends Query<ConvenioResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterConvenio)
export class ObterConvenioHandler implements IQueryHandler<ObterConvenio> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterConvenio): Promise<ConvenioResposta> {
    return lerConvenio(this.leitura, id);
  }
}

/** The insurer as the API shows it; 404 when there is none. */
export async function lerConvenio(leitura: Leitura, id: number): Promise<ConvenioResposta> {
  const [convenio] = await montarConvenios(
    leitura,
    await leitura.consultar('SELECT * FROM convenios WHERE id = ?', [id]),
  );
  if (!convenio) throw CONVENIO.inexistente(id);
  return convenio;
}

/** Rows of `convenios` with their prices. */
export async function montarConvenios(
  leitura: Leitura,
  linhas: readonly Linha[],
): Promise<ConvenioResposta[]> {
  const diarias = await itensDe(
    leitura,
    linhas.map((l) => inteiro(l.id)),
    (lugares) =>
      `SELECT convenio_id AS dono, tipo_leito, valor FROM convenios_diarias WHERE convenio_id IN (${lugares}) ORDER BY tipo_leito`,
    (l) => ({ tipoLeito: texto(l.tipo_leito) as TipoDeLeito, valor: paraReais(centavos(l.valor)) }),
  );
  return linhas.map((l) => ({
    nome: texto(l.nome),
    tipoPlano: texto(l.tipo_plano) as TipoDePlano,
    registroAns: ouNulo(texto)(l.registro_ans),
    cnpj: ouNulo((cnpj) => mascararCnpj(texto(cnpj)))(l.cnpj),
    prazoPagamentoDias: inteiro(l.prazo_pagamento_dias),
    vigenciaInicio: ouNulo(dia)(l.vigencia_inicio),
    vigenciaFim: ouNulo(dia)(l.vigencia_fim),
    diarias: diarias(inteiro(l.id)),
    ...camposDoRegistro(l),
  }));
}
