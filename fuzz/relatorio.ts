import type { Achado } from './corrida/achados.js';
import type { Cobertura } from './corrida/cobertura.js';

/** What there is to write to. */
export type Escrever = (linha: string) => void;

export function relatarCobertura(escrever: Escrever, cobertura: Cobertura): void {
  const { total, vistos } = cobertura;
  escrever(`\nPares (operação, status) vistos: ${vistos} de ${total} (${porCento(vistos, total)})`);
  const faltam = cobertura.paresQueFaltam();
  if (faltam.length > 0) escrever(`  faltam: ${faltam.join('\n          ')}`);
  const semSucesso = cobertura.semSucesso();
  if (semSucesso.length > 0) escrever(`  nunca deram certo: ${semSucesso.join('\n                     ')}`);
}

export function relatarAchados(escrever: Escrever, achados: readonly Achado[]): void {
  for (const { chave, falha, vezes } of achados) {
    const { passo, motivo, motor } = falha;
    escrever(`\n✗ ${chave}${vezes > 1 ? `, ${vezes} vezes` : ''}${motor ? `, em ${motor}` : ''}`);
    escrever(`  ${motivo.slice(0, 400)}`);
    escrever(
      `  pedido ${passo.numero}: ${passo.metodo} ${escreverCaminho(passo.caminho)} (${passo.tecnica}; ${passo.quem})`,
    );
    if (passo.corpo) escrever(`  corpo: ${JSON.stringify(passo.corpo).slice(0, 400)}`);
  }
}

const escreverCaminho = (caminho: readonly (string | object)[]): string =>
  caminho
    .map((parte) => (typeof parte === 'string' ? parte : '…'))
    .join('')
    .slice(0, 200);

export const porCento = (parte: number, todo: number): string =>
  `${((100 * parte) / todo).toFixed(1).replace('.', ',')} %`;
