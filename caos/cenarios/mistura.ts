import { esperasCurtas } from '../ajustes.js';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario, VarianteRuim } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import { chaveIgnorada } from '../ruins/chave-ignorada.js';
import { conferirEInserir } from '../ruins/conferir-e-inserir.js';
import { julgar } from '../veredito.js';

/** Here nobody counts who got the bed: that two did is left to the invariants. */
const leitoEmDobro: VarianteRuim = {
  ...conferirEInserir,
  apanhadaPor: /^AUDITOR LEITOS\.(DUAS_OCUPACOES_ABERTAS|OCUPACOES_SOBREPOSTAS)/,
  soNoCheio: true,
};

export const mistura: Cenario = {
  codigo: 'mistura',
  descricao: 'todos os comandos misturados, nos mesmos leitos, com chaves repetidas ao mesmo tempo e mortes',
  motores: ['mysql', 'sqlite'],
  motoresNoCurto: ['mysql'],
  ruins: [chaveIgnorada, leitoEmDobro],
  ajustes: (curto) => (curto ? esperasCurtas : []),
  async executar(palco) {
    await palco.abrir({ replicas: palco.tamanho(2, 3) });
    // Few beds for many: the commands meet.
    const hospital = await montarHospital(palco, { leitos: 12, pacientes: 24 });
    const carga = new CargaDeTrabalho(palco, hospital, {
      plantonistas: 24,
      disputa: true,
      variedade: 0.5,
      emDobro: 0.25,
      respiroMs: 10,
    });
    await carga.comecar();
    for (let morte = 0; morte < palco.tamanho(2, 40); morte++) {
      await palco.pausa(800, 2_500);
      const replica = palco.sorteio.um(palco.replicas);
      await replica.matar();
      palco.injetado.somar('mortes');
      await replica.ligar();
    }
    await palco.pausa(500, 1_000);
    await carga.parar();
    palco.injetado.somar('pedidos em dobro', carga.operador.emDobro);
    await julgar(palco);
    const dobrados = await palco.base.consultar(
      'SELECT nome FROM pacientes GROUP BY nome HAVING COUNT(*) > 1',
    );
    for (const { nome } of dobrados) palco.achados.anotar('IDEMPOTÊNCIA: cadastro em dobro', String(nome));
  },
};
