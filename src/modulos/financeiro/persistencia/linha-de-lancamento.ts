import { centavos, dia, inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import type { StatusDoLancamento } from '../dominio/estados-do-lancamento.js';
import type { TipoDeLancamento } from '../dominio/lancamento-gravado.js';
import { Lancamento } from '../dominio/lancamento.entity.js';

/** A row of `lancamentos` as its entity, without its lines. */
export const lancamentoDaLinha = (l: Linha): Lancamento =>
  Object.assign(new Lancamento(), {
    id: inteiro(l.id),
    contaId: ouNulo(inteiro)(l.conta_id),
    origem: texto(l.origem),
    tipo: texto(l.tipo) as TipoDeLancamento,
    parte: inteiro(l.parte),
    ativo: ouNulo(inteiro)(l.ativo) as 1 | null,
    status: texto(l.status) as StatusDoLancamento,
    convenioId: ouNulo(inteiro)(l.convenio_id),
    pacienteId: inteiro(l.paciente_id),
    valor: centavos(l.valor),
    emissao: ouNulo(dia)(l.emissao),
    vencimento: ouNulo(dia)(l.vencimento),
    autorId: ouNulo(inteiro)(l.autor_id),
    versao: inteiro(l.versao),
    criadoEm: instante(l.criado_em),
    atualizadoEm: instante(l.atualizado_em),
  });
