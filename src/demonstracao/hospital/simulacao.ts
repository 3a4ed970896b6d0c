import { somarDias } from '../../plataforma/tempo/calendario.js';
import { Chegadas } from './chegadas.js';
import { guardarCobrancas } from './cobrancas.js';
import { Convenios } from './convenios.js';
import { Documentos } from './documentos.js';
import { Faturamento } from './faturamento.js';
import { Fila } from './fila.js';
import { Imprevistos } from './imprevistos.js';
import { Internamentos } from './internamentos.js';
import { Jornadas } from './jornadas.js';
import { Leitos } from './leitos.js';
import { CorpoClinico } from './medicos.js';
import { depois, MS_POR_DIA, type Mundo } from './mundo.js';
import { CadastroDePacientes } from './pacientes.js';
import { abrirAcessoDeEmergencia, falharAviso, planejarLeitos } from './pendencias.js';
import { Populacao } from './populacao.js';
import { Roteiro } from './roteiro.js';
import { cadastrarUsuarios } from './usuarios.js';

const MS_POR_SEMANA = 7 * MS_POR_DIA;

/** Lets two years go by: everything that happens to the hospital happens in the order of time. */
export function simular(mundo: Mundo, senhaHash: string, aoAvancar: (parte: number) => void): void {
  const { agenda, agora, inauguracao, sorteio, calendario } = mundo;
  const documentos = new Documentos(sorteio);
  const convenios = new Convenios(mundo);
  const medicos = new CorpoClinico(mundo, documentos);
  const cadastro = new CadastroDePacientes(mundo, convenios, documentos);
  const populacao = new Populacao(mundo, cadastro);
  const leitos = new Leitos(mundo);
  const faturamento = new Faturamento(mundo, convenios);
  const internamentos = new Internamentos(mundo, leitos, faturamento);
  const jornadas = new Jornadas(mundo, leitos, internamentos, populacao, medicos, convenios);
  const fila = new Fila(mundo, leitos, internamentos, jornadas, populacao);
  leitos.aoLiberar = (leito, em) => fila.atender(leito, em);

  const { paciente } = new Roteiro(mundo, leitos, internamentos, populacao).comecar();
  cadastrarUsuarios(mundo, { senhaHash, nomeDoPaciente: paciente.nome, nomeDoMedico: medicos.primeiro.nome });
  new Imprevistos(mundo, leitos).comecar();
  new Chegadas(mundo, populacao, leitos, jornadas, fila).comecar(
    somarDias(calendario.diaCivil(inauguracao), 1),
  );
  contarAsSemanas(mundo, aoAvancar);
  agenda.cumprir(agora);

  populacao.completar();
  guardarCobrancas(mundo, faturamento);
  planejarLeitos(mundo, leitos);
  falharAviso(mundo, leitos);
  abrirAcessoDeEmergencia(mundo);
  aoAvancar(1);
}

function contarAsSemanas({ agenda, agora, inauguracao }: Mundo, aoAvancar: (parte: number) => void): void {
  const vida = agora.getTime() - inauguracao.getTime();
  for (let ms = MS_POR_SEMANA; ms < vida; ms += MS_POR_SEMANA)
    agenda.marcar(depois(inauguracao, ms), () => aoAvancar(ms / vida));
}
