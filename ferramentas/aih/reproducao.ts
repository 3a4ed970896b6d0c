import { readFile } from 'node:fs/promises';
import { ClienteDaApi } from './cliente-da-api.js';
import { lerCsv } from './csv.js';
import { ErroDeUso } from './erro-de-uso.js';
import { calcularEsperado } from './esperado.js';
import { FUSO } from './horarios.js';
import { criarHospital } from './hospital.js';
import { reproduzirInternacoes } from './internacoes.js';
import { medir } from './medicao.js';
import type { Opcoes } from './opcoes.js';
import { planejarLeitos } from './plano.js';
import { Progresso, type Saida } from './progresso.js';
import { lerRegistroAih } from './registro-aih.js';
import { comparar, escreverTabela } from './tabela.js';

/** The whole run: plan, replay, read back, compare. True when every row of the table agrees. */
export async function reproduzirArquivo(opcoes: Opcoes, saida: Saida): Promise<boolean> {
  const inicio = Date.now();
  const registros = lerCsv(await lerArquivo(opcoes.csv)).map((linha, indice) =>
    lerRegistroAih(linha, indice + 1),
  );
  const plano = planejarLeitos(registros);
  const esperado = calcularEsperado(plano, opcoes.horaDaVirada);
  saida.write(
    `${registros.length} internações de ${opcoes.csv} em ${opcoes.url}\n` +
      `Datas e diagnósticos do arquivo; horários sintéticos (${FUSO}); pacientes, médica, convênio e preços inventados.\n`,
  );

  const api = new ClienteDaApi(opcoes.url, opcoes);
  const hospital = await criarHospital(api, plano, inicio);
  saida.write(`Criados sob o prefixo ${hospital.prefixo}: ${hospital.leitos.length} leitos.\n`);
  const progresso = new Progresso(registros.length, saida);
  const internacaoIds = await reproduzirInternacoes(api, hospital, opcoes.paralelo, () =>
    progresso.avancar(),
  );
  saida.write('Conferindo contas e avisos pela API…\n');
  const medido = await medir(api, internacaoIds, hospital.leitos, opcoes.esperaMs);
  const linhas = comparar(medido, esperado, hospital.leitos.length);
  const segundos = ((Date.now() - inicio) / 1000).toFixed(1).replace('.', ',');
  saida.write(`\n${escreverTabela(linhas)}\nTempo total: ${segundos} s\n`);
  const confere = linhas.every((linha) => linha.confere);
  saida.write(confere ? 'Tudo confere.\n' : 'Há diferenças: veja as linhas marcadas com ✗.\n');
  return confere;
}

async function lerArquivo(caminho: string): Promise<string> {
  try {
    return await readFile(caminho, 'utf8');
  } catch {
    throw new ErroDeUso(`Não consegui ler o arquivo ${caminho}.`);
  }
}
