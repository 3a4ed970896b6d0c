import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { contextoAtual } from '../observabilidade/contexto.js';
import { ErroDeDominio, type ItemDeErro } from '../erros/erro-de-dominio.js';

/** Queries seen to be right without any field: most reads of a list have none. */
const PODEM_FALTAR = new WeakSet<Type<unknown>>();
/** Entries of one refusal: a body of nothing but errors is not answered with one ten times its size. */
const MAIS_DITOS = 100;
/** Parameters of one query: no list has half as many filters. */
const MAIS_PARAMETROS = 50;
const SEM_CLASSE = new Set<unknown>([String, Boolean, Number, Array, Object, undefined]);

/**
 * Turns a body or a query into its class, or refuses it with one entry per wrong field: 422 for a body,
 * 400 for a query. Unknown fields are refused, not ignored.
 */
@Injectable()
export class Validacao implements PipeTransform {
  transform(valor: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || SEM_CLASSE.has(metatype)) return valor;
    // No body at all is an empty one: most commands on a resource have only optional fields.
    if (valor === undefined) valor = {};
    if (type === 'body' && (typeof valor !== 'object' || valor === null || Array.isArray(valor)))
      throw erroDeValidacao('body', [
        { codigo: 'PLATAFORMA.CAMPO_INVALIDO', mensagem: 'O corpo deve ser um objeto JSON.' },
      ]);
    if (type === 'query' && PODEM_FALTAR.has(metatype!) && Object.keys(valor as object).length === 0)
      return new metatype!();
    if (type === 'query' && Object.keys(valor as object).length > MAIS_PARAMETROS)
      throw erroDeValidacao('query', [
        {
          codigo: 'PLATAFORMA.CAMPO_INVALIDO',
          mensagem: `A consulta pode ter no máximo ${MAIS_PARAMETROS} parâmetros.`,
        },
      ]);
    const objeto = plainToInstance(metatype as Type<object>, valor ?? {}, { exposeDefaultValues: true });
    const erros = validateSync(objeto, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      validationError: { target: false, value: true },
    });
    const recusados = [
      ...erros.flatMap((erro) => itens(erro, '')),
      ...nomesInternos(valor, '').map(desconhecido),
    ];
    if (recusados.length > 0) throw erroDeValidacao(type, recusados);
    if (type === 'body') deixarParaAuditoria(valor);
    if (type === 'query' && Object.keys(valor as object).length === 0) PODEM_FALTAR.add(metatype!);
    return objeto;
  }
}

/** Now that all its fields are known to be of the route, the trail may tell their names. */
function deixarParaAuditoria(corpo: unknown): void {
  const mutacao = contextoAtual()?.mutacao;
  if (mutacao) mutacao.corpo = corpo;
}

const erroDeValidacao = (tipo: 'body' | 'query', erros: readonly ItemDeErro[]): ErroDeDominio =>
  new ErroDeDominio(
    tipo === 'body' ? 'invalido' : 'requisicao_ilegivel',
    'PLATAFORMA.CAMPO_INVALIDO',
    'Há campos inválidos.',
    undefined,
    erros.slice(0, MAIS_DITOS),
  );

/** One entry per field: the last constraint declared is the most basic (type before limits). */
function itens(erro: ValidationError, prefixo: string): ItemDeErro[] {
  const campo = /^\d+$/.test(erro.property)
    ? `${prefixo}[${erro.property}]`
    : prefixo
      ? `${prefixo}.${erro.property}`
      : erro.property;
  const filhos = (erro.children ?? []).flatMap((filho) => itens(filho, campo));
  if (filhos.length > 0) return filhos;
  const restricoes = erro.constraints ?? {};
  if ('whitelistValidation' in restricoes) return [desconhecido(campo)];
  const mensagem = ausencia(erro.value) ?? Object.values(restricoes).at(-1) ?? 'não é válido.';
  return [{ codigo: 'PLATAFORMA.CAMPO_INVALIDO', mensagem: `O campo "${campo}" ${mensagem}`, campo }];
}

/** What a field may be called, by whoever sends lists or objects in a query too (`limite[]`, `limite[a]`); anything
 * else is a value in the wrong place, and is not said again. */
const NOME_DE_CAMPO = /^[A-Za-z_$]\w*(?:\[(?:\d{1,4}|[A-Za-z_$]\w*)?\]|\.[A-Za-z_$]\w*)*$/;
const ILEGIVEL = '(nome ilegível)';

function desconhecido(nome: string): ItemDeErro {
  const campo = NOME_DE_CAMPO.test(nome) ? nome : ILEGIVEL;
  return {
    codigo: 'PLATAFORMA.CAMPO_DESCONHECIDO',
    mensagem: `O campo "${campo.slice(0, 60)}" não é conhecido aqui. Remova-o.`,
    campo: campo.slice(0, 120),
  };
}

/** Fields named like what every object already has: class-transformer would pass over them in silence. */
function nomesInternos(valor: unknown, prefixo: string): string[] {
  if (typeof valor !== 'object' || valor === null) return [];
  return Object.entries(valor).flatMap(([nome, conteudo]) => {
    const campo = Array.isArray(valor) ? `${prefixo}[${nome}]` : prefixo ? `${prefixo}.${nome}` : nome;
    return nome in Object.prototype ? [campo] : nomesInternos(conteudo, campo);
  });
}

/** What is missing is said to be missing, not to be too long. */
function ausencia(valor: unknown): string | null {
  if (valor === undefined) return 'é obrigatório.';
  return valor === null ? 'não pode ser nulo.' : null;
}
