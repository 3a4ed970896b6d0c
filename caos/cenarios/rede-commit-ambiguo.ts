import type { Base } from '../../ferramentas/apoio/base.js';
import type { Achados } from '../achados.js';
import { posseDe } from '../ajustes.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import { Operador } from '../operador.js';
import type { Palco } from '../palco.js';
import { abrirPelaRede } from '../rede/abrir-pela-rede.js';
import { type Cadastro, Recepcionista } from '../rede/recepcionista.js';
import { repeteAsCegas, semChave } from '../rede/ruins.js';
import { julgar } from '../veredito.js';

const RECEPCIONISTAS = 12;
const CHANCE_DEPOIS = 0.12;
const CHANCE_ANTES = 0.04;

export const redeCommitAmbiguo: Cenario = {
  codigo: 'rede-commit-ambiguo',
  descricao: 'a resposta do COMMIT se perde e o pedido é repetido com a mesma chave',
  motores: ['mysql'],
  ruins: [semChave, repeteAsCegas],
  ajustes: () => [posseDe(2)],
  async executar(palco) {
    const proxy = await abrirPelaRede(palco, { variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: RECEPCIONISTAS, pacientes: 0 });
    const operador = new Operador(palco);
    palco.aoFechar(() => operador.encerrar());
    await operador.entrar();
    proxy.aoConfirmar(() => {
      const sorte = palco.sorteio.fracao();
      if (sorte < CHANCE_DEPOIS) return 'depois';
      return sorte < CHANCE_DEPOIS + CHANCE_ANTES ? 'antes' : 'nenhum';
    });
    const equipe = Array.from(
      { length: RECEPCIONISTAS },
      (_, numero) => new Recepcionista(numero, operador, hospital, palco),
    );
    const incertos = (): number => equipe.reduce((soma, { incertos: dela }) => soma + dela, 0);
    const alvo = palco.tamanho(30, 250, 20);
    // A product that tells nobody of a lost answer would never reach it.
    const bastam = (): boolean =>
      incertos() >= alvo || proxy.contagem.cortesDepois + proxy.contagem.cortesAntes >= 5 * alvo;
    await Promise.all(
      equipe.map(async (recepcionista) => {
        while (!bastam()) await recepcionista.atender();
      }),
    );
    await proxy.curar();
    contar(palco, proxy.contagem, incertos());
    await conferirCadastros(
      palco.base,
      equipe.flatMap(({ cadastros }) => cadastros),
      palco.achados,
    );
    // A sender whose claim was cut off holds its notices for two minutes: the mail has scenarios of its own.
    await julgar(palco, { semAvisos: true });
  },
};

function contar(
  { injetado, medido }: Palco,
  { cortesAntes, cortesDepois }: { cortesAntes: number; cortesDepois: number },
  incertos: number,
): void {
  injetado.somar('COMMITs obedecidos cuja resposta se perdeu', cortesDepois);
  injetado.somar('COMMITs que não chegaram', cortesAntes);
  medido.push(`${incertos} pedidos sem desfecho conhecido`);
}

/** A person has no number that would keep him from being registered twice: only the key does. */
async function conferirCadastros(
  base: Base,
  cadastros: readonly Cadastro[],
  achados: Achados,
): Promise<void> {
  const linhas = await base.consultar('SELECT nome, COUNT(*) AS n FROM pacientes GROUP BY nome');
  const gravados = new Map(linhas.map(({ nome, n }) => [String(nome), Number(n)]));
  for (const { nome, vezesPedido, confirmado } of cadastros) {
    const vezes = gravados.get(nome) ?? 0;
    if (vezes > 1) achados.anotar(`DOBRADO: cadastro pedido ${vezesPedido}`, `${nome}: ${vezes} vezes`);
    if (confirmado && vezes === 0) achados.anotar('PERDIDO: cadastro confirmado e não gravado', nome);
  }
}
