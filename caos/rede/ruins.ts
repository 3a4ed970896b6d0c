import type { VarianteRuim } from '../cenario.js';

const IDEMPOTENCIA = 'src/plataforma/http/idempotencia/idempotencia.js';
const UNIDADE = 'src/banco/unidade-de-trabalho.js';

/** The key is not in the transaction of the effect: whoever repeats after a lost answer is not recognised. */
export const semChave: VarianteRuim = {
  codigo: 'sem-chave',
  soNoCheio: true,
  descricao: 'grava a chave de idempotência em outra transação, depois do COMMIT do efeito',
  apanhadaPor: /^DOBRADO: cadastro|^RECUSADO: pedido repetido/,
  trocas: [
    {
      arquivo: IDEMPOTENCIA,
      de: 'await guardarResposta(tx, this.cofre, pedido, nova);',
      para: "await tx.executar('DELETE FROM chaves_de_idempotencia WHERE chave = ?', [pedido.chave]);",
    },
    {
      arquivo: IDEMPOTENCIA,
      de: 'if (repetida)',
      para: `if (!repetida) await this.unidade.executar(async (tx) => {
            await reservarChave(tx, this.cofre, pedido, this.relogio.agora());
            await guardarResposta(tx, this.cofre, pedido, guardada);
        });
        if (repetida)`,
    },
  ],
};

export const repeteAsCegas: VarianteRuim = {
  codigo: 'repete-as-cegas',
  descricao: 'repete sozinho a transação cuja conexão caiu durante o COMMIT',
  apanhadaPor: /^DOBRADO: cadastro/,
  trocas: [{ arquivo: UNIDADE, de: 'if (confirmando && (', para: 'if (false && (' }],
};

export const semPrazoNenhum: VarianteRuim = {
  codigo: 'sem-prazo-nenhum',
  descricao: 'espera pelo banco o tempo que for, para ler como para gravar',
  apanhadaPor: /^DEMORA: (leituras|gravações)|^CALADO: (leituras|gravações)/,
  trocas: [
    { arquivo: UNIDADE, de: 'Math.max(1, prazo - Date.now())', para: '2_000_000_000' },
    {
      arquivo: UNIDADE,
      de: 'const PRAZO_DO_BEGIN_MS = 2_500;',
      para: 'const PRAZO_DO_BEGIN_MS = 2_000_000_000;',
    },
    {
      arquivo: 'src/banco/leitura-mysql.js',
      de: 'const PRAZO_MS = 8_000;',
      para: 'const PRAZO_MS = 2_000_000_000;',
    },
  ],
};

export const recusaComoDefeito: VarianteRuim = {
  codigo: 'recusa-como-defeito',
  soNoCheio: true,
  descricao: 'responde 500 quando o banco recusa a conexão',
  apanhadaPor: /^RESPOSTA 500/,
  trocas: [
    { arquivo: 'src/banco/erros-de-banco.js', de: "ECONNREFUSED: 'conexao'", para: "ECONNREFUSED: 'outro'" },
  ],
};

/** Nothing is lost, and nothing is ever done. */
export const pressaDemais: VarianteRuim = {
  codigo: 'pressa-demais',
  soNoCheio: true,
  descricao: 'toma por morta a conexão que leva mais que um instante para responder',
  apanhadaPor: /^PARADO: nada foi feito/,
  trocas: [
    { arquivo: UNIDADE, de: 'const PRAZO_DO_BEGIN_MS = 2_500;', para: 'const PRAZO_DO_BEGIN_MS = 95;' },
  ],
};
