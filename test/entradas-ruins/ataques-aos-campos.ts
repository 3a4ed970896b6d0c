import { corpoCompleto } from '../exemplos/corpo-do-swagger.js';
import type { Documento, Esquema, Operacao } from '../exemplos/documento.js';
import type { Ataque } from './ataques.js';
import { comValor, type Corpo } from './corpos.js';

export type OperacaoComCorpo = Operacao & { readonly corpo: Esquema };

/** A field of a body, at any depth: `endereco.cep`, `diarias[0].valor`. */
export interface CampoDoCorpo {
  readonly campo: string;
  readonly esquema: Esquema;
  /** Has fields of its own. */
  readonly temCampos: boolean;
}

export function camposDoCorpo(documento: Documento, corpo: Esquema, prefixo = ''): CampoDoCorpo[] {
  return Object.entries(documento.resolver(corpo).properties ?? {}).flatMap(([nome, bruto]) => {
    const campo = `${prefixo}${nome}`;
    const esquema = documento.resolver(bruto);
    const itens = esquema.items ? documento.resolver(esquema.items) : {};
    const filhos = [
      ...(esquema.properties ? camposDoCorpo(documento, esquema, `${campo}.`) : []),
      ...(itens.properties ? camposDoCorpo(documento, itens, `${campo}[0].`) : []),
    ];
    return [{ campo, esquema, temCampos: filhos.length > 0 }, ...filhos];
  });
}

/** The address of an operation, on the first record of each kind unless told otherwise. */
export const enderecoDe = ({ caminho }: Pick<Operacao, 'caminho'>, id: string | number = 1): string =>
  caminho.replace('{maquina}', 'leito').replace(/\{\w+\}/g, String(id));

/** The body as JSON, with pieces of JSON in the place of fields: no value of JavaScript is written `1e400`. */
export function comJson(corpo: Corpo, pedacos: Readonly<Record<string, string>>): string {
  const marcado = Object.keys(pedacos).reduce((c, campo) => comValor(c, campo, `@@${campo}@@`), corpo);
  return JSON.stringify(marcado).replace(/"@@(.*?)@@"/g, (_marca, campo: string) => pedacos[campo]!);
}

/**
 * Bodies that are right but for the pieces of JSON that `ruins` gives to each field: the first of every field in
 * one body, the second of every field in another… A field that has fields of its own is attacked alone.
 */
export function ataquesAosCampos(
  documento: Documento,
  operacao: OperacaoComCorpo,
  ruins: (campo: CampoDoCorpo) => readonly string[],
): Ataque[] {
  const [inteiro, caminho] = [corpoCompleto(documento, operacao.corpo), enderecoDe(operacao)];
  const atacar = (pedacos: Record<string, string>): Ataque => ({
    envio: { metodo: operacao.metodo, caminho, corpo: comJson(inteiro, pedacos) },
    status: 422,
    campos: Object.keys(pedacos),
  });
  const campos = camposDoCorpo(documento, operacao.corpo);
  const folhas = campos
    .filter(({ temCampos }) => !temCampos)
    .map((campo) => [campo.campo, ruins(campo)] as const);
  const rodadas = Math.max(0, ...folhas.map(([, valores]) => valores.length));
  const juntos = Array.from({ length: rodadas }, (_, i) =>
    Object.fromEntries(
      folhas.flatMap(([campo, valores]) => (i < valores.length ? [[campo, valores[i]!]] : [])),
    ),
  );
  const sozinhos = campos
    .filter(({ temCampos }) => temCampos)
    .flatMap((campo) => ruins(campo).map((json) => ({ [campo.campo]: json })));
  return [...juntos, ...sozinhos].map(atacar);
}
