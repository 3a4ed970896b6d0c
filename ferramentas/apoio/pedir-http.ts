import { type Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface RespostaHttp {
  readonly status: number;
  readonly cabecalhos: IncomingHttpHeaders;
  readonly texto: string;
  /** From the first byte sent to the last one received. */
  readonly ms: number;
}

export interface PedidoHttp {
  readonly metodo: string;
  readonly caminho: string;
  readonly cabecalhos: Readonly<Record<string, string>>;
  readonly corpo?: string | Buffer;
  readonly prazoMs: number;
}

/** A body past this is refused by its length alone: whoever is still sending would not hear it. */
const GRANDE = 200_000;
const ESPERA_DO_GRANDE_MS = 500;

/** One request as bare as Node has it. Answers whatever came; rejects when nothing did. */
export function pedirHttp(
  agent: Agent,
  { hostname, port }: URL,
  { metodo, caminho, cabecalhos, corpo, prazoMs }: PedidoHttp,
): Promise<RespostaHttp> {
  const inicio = performance.now();
  const tamanho = corpo === undefined ? {} : { 'content-length': Buffer.byteLength(corpo) };
  return new Promise((resolver, recusar) => {
    const pedido = request(
      { agent, hostname, port, method: metodo, path: caminho, headers: { ...tamanho, ...cabecalhos } },
      (resposta) => {
        const partes: Buffer[] = [];
        resposta.on('data', (parte: Buffer) => partes.push(parte));
        resposta.on('error', recusar);
        resposta.on('end', () =>
          resolver({
            status: resposta.statusCode ?? 0,
            cabecalhos: resposta.headers,
            texto: Buffer.concat(partes).toString(),
            ms: performance.now() - inicio,
          }),
        );
      },
    );
    pedido.setTimeout(prazoMs, () => pedido.destroy(new Error(`sem resposta em ${prazoMs} ms`)));
    pedido.on('error', recusar);
    if (corpo === undefined || corpo.length < GRANDE) return void pedido.end(corpo);
    pedido.flushHeaders();
    const enviar = setTimeout(() => pedido.end(corpo), ESPERA_DO_GRANDE_MS);
    pedido.once('response', () => clearTimeout(enviar));
  });
}
