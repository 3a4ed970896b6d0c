import { carregarEmMassa } from '../../src/banco/carga-em-massa.js';
import { abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';
import { Hospital } from '../../src/modulos/hospital/dominio/hospital.entity.js';
import {
  DemonstracaoGravada,
  ID_DA_DEMONSTRACAO,
} from '../../src/plataforma/demonstracao/demonstracao-gravada.entity.js';
import { AplicacaoDeTeste } from './aplicacao-de-teste.js';
import { criarBancoDeTeste } from './banco-de-teste.js';
import { migrarPorCopia } from './banco-migrado.js';

/** The application on a demonstration with nothing in it: what holds only in one, without the wait for two years of it. */
export async function iniciarDemonstracaoVazia(): Promise<AplicacaoDeTeste> {
  const banco = await criarBancoDeTeste();
  const { ambiente } = banco;
  await migrarPorCopia(ambiente);
  const fonte = await abrirFonteDeDados(ambiente.banco, { entidades: ENTIDADES, migracoes: MIGRACOES });
  try {
    const criadaEm = new Date();
    await carregarEmMassa(fonte, [
      { entidade: DemonstracaoGravada, linhas: [{ id: ID_DA_DEMONSTRACAO, criadaEm, adiantadoMs: 0 }] },
      { entidade: Hospital, linhas: [Hospital.inicial(ambiente.hospital, criadaEm)] },
    ]);
  } finally {
    await fonte.destroy();
  }
  return AplicacaoDeTeste.sobre(banco);
}
