import type { DataSource } from 'typeorm';
import { carregarEmMassa } from '../banco/carga-em-massa.js';
import { inteiro, type Linha } from '../banco/dialeto.js';
import { naVezDaPartida } from '../banco/migrador.js';
import type { Ambiente } from '../config/ambiente.js';
import { Hospital } from '../modulos/hospital/dominio/hospital.entity.js';
import { Impedimento } from '../partida/impedimento.js';
import { Demonstracao } from '../plataforma/demonstracao/demonstracao.js';
import {
  DemonstracaoGravada,
  ID_DA_DEMONSTRACAO,
} from '../plataforma/demonstracao/demonstracao-gravada.entity.js';
import type { Senhas } from '../plataforma/seguranca/senhas.js';
import { RelogioDoSistema } from '../plataforma/tempo/relogio.js';
import { SENHA_DA_DEMONSTRACAO } from './acessos.js';
import { BarraDeProgresso } from './barra-de-progresso.js';
import { hospitalDeDemonstracao } from './hospital/hospital-de-demonstracao.js';

/**
 * Says whether this database is a demonstration. The first start decides it for ever: a demonstration, made whole or
 * not at all, where `DEMO` asks for it; else a hospital with nothing in it yet. Throws, with what to do, where the
 * two would be mixed up.
 */
export async function prepararDemonstracao(
  fonte: DataSource,
  ambiente: Ambiente,
  senhas: Senhas,
): Promise<Demonstracao> {
  const decidida = await lerDecidida(fonte, ambiente);
  // Of processes that start together on a new database, one decides for all.
  return decidida ?? naVezDaPartida(fonte, () => decidir(fonte, ambiente, senhas));
}

async function decidir(fonte: DataSource, ambiente: Ambiente, senhas: Senhas): Promise<Demonstracao> {
  const decidida = await lerDecidida(fonte, ambiente);
  if (decidida) return decidida;
  const { banco, demo, producao, hospital } = ambiente;
  const agora = new RelogioDoSistema().agora();
  if (demo ?? (banco.host === null && !producao)) return criar(fonte, ambiente, senhas, agora);
  await carregarEmMassa(fonte, [{ entidade: Hospital, linhas: [Hospital.inicial(hospital, agora)] }]);
  return Demonstracao.NENHUMA;
}

/** Null where nothing was ever started. */
async function lerDecidida(fonte: DataSource, ambiente: Ambiente): Promise<Demonstracao | null> {
  const existente = await lerDemonstracao(fonte);
  if (existente && ambiente.producao) throw new Impedimento(EM_PRODUCAO);
  if (existente) return existente;
  if (!(await temHospital(fonte))) return null;
  if (ambiente.demo) throw new Impedimento(JA_TEM_HOSPITAL);
  return Demonstracao.NENHUMA;
}

/** How much of the wait is imagining it; the rest is writing it down. */
const PARTE_DE_IMAGINAR = 0.45;

async function criar(
  fonte: DataSource,
  ambiente: Ambiente,
  senhas: Senhas,
  agora: Date,
): Promise<Demonstracao> {
  const barra = new BarraDeProgresso('Criando o hospital de demonstração', ambiente.nivelDeLog !== 'silent');
  const { primeiroAcesso, hospital } = ambiente;
  const lotes = hospitalDeDemonstracao(
    {
      agora,
      senhaHash: await senhas.gerar(SENHA_DA_DEMONSTRACAO),
      adminEmail: primeiroAcesso && !primeiroAcesso.gerado ? primeiroAcesso.email : null,
      hospital,
    },
    (parte) => barra.mostrar(parte * PARTE_DE_IMAGINAR),
  );
  const marca = { id: ID_DA_DEMONSTRACAO, criadaEm: agora, adiantadoMs: 0 };
  const todos = [{ entidade: DemonstracaoGravada, linhas: [marca] }, ...lotes];
  const total = todos.reduce((soma, { linhas }) => soma + linhas.length, 0);
  await carregarEmMassa(fonte, todos, (linhas) =>
    barra.mostrar(PARTE_DE_IMAGINAR + (1 - PARTE_DE_IMAGINAR) * (linhas / total)),
  );
  barra.terminar(total);
  return new Demonstracao(true, 0);
}

async function lerDemonstracao(fonte: DataSource): Promise<Demonstracao | null> {
  const [linha] = await fonte.query<Linha[]>('SELECT adiantado_ms FROM demonstracao');
  return linha ? new Demonstracao(true, inteiro(linha.adiantado_ms)) : null;
}

/** Its row is written by the first start, whatever starts first. */
const temHospital = async (fonte: DataSource): Promise<boolean> =>
  (await fonte.query<Linha[]>('SELECT id FROM hospital')).length > 0;

const JA_TEM_HOSPITAL =
  'DEMO=true pede um hospital de demonstração, mas este banco já tem um hospital. Retire DEMO, ou aponte ' +
  'DADOS_DIR ou DB_NAME para um banco novo.';

const EM_PRODUCAO =
  'Este banco guarda a demonstração, com pacientes inventados e senhas conhecidas: não serve à produção. Aponte ' +
  'DADOS_DIR ou DB_NAME para um banco novo, ou retire NODE_ENV=production.';
