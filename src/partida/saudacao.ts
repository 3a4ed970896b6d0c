import type { PrimeiroAcesso } from '../config/ambiente.js';
import { ACESSOS, SENHA_DA_DEMONSTRACAO } from '../demonstracao/acessos.js';
import type { Cores } from './cores.js';

/** What the person at the terminal is told once the process is ready. */
export interface Partida {
  /** Where it listens; null in a process that serves nobody. */
  readonly endereco: string | null;
  /** Which database, and where. */
  readonly banco: string;
  /** `/docs` is served. */
  readonly documentacao: boolean;
  /** The message box is the local one, at `/correio`. */
  readonly correioLocal: boolean;
  readonly demonstracao: boolean;
  /** How far ahead the clock of the demonstration had been moved. */
  readonly adiantadoMs: number;
  readonly primeiroAcesso: PrimeiroAcesso | null;
  /** What of the configuration deserves a second look. */
  readonly avisos: readonly string[];
  /** From the start of the process until now. */
  readonly levouMs: number;
}

const MS_POR_HORA = 3_600_000;

/** The greeting, in lines of at most 80 columns when the address is an ordinary one. */
export function saudar(partida: Partida, cores: Cores): readonly string[] {
  const { endereco, banco, documentacao, correioLocal, demonstracao, adiantadoMs } = partida;
  const campos: [nome: string, valor: string][] = [];
  if (endereco !== null) {
    campos.push(['API', `${endereco}/v1`]);
    if (documentacao) campos.push(['Swagger', `${endereco}/docs`]);
    if (correioLocal) campos.push(['Correio', `${endereco}/correio${demonstracao ? '' : PEDE_TOKEN}`]);
  }
  campos.push(['Banco', banco]);
  if (adiantadoMs > 0) campos.push(['Relógio', `${numero(adiantadoMs / MS_POR_HORA)} h à frente`]);
  const entrada = endereco === null ? null : demonstracao ? ENTRADA_DA_DEMONSTRACAO : comoEntrar(partida);
  if (entrada !== null) campos.push(['Entrada', entrada]);

  const titulo = endereco === null ? 'Plantão trabalhando (PAPEL=worker, sem HTTP)' : 'Plantão no ar';
  return [
    '',
    `${cores.bom('●')} ${cores.forte(titulo)}, pronto em ${numero(partida.levouMs / 1000)} s.`,
    '',
    ...campos.map(([nome, valor]) => `  ${cores.fraco(`${nome}:`.padEnd(9))}${valor}`),
    ...(demonstracao && endereco !== null ? convite(partida, cores) : []),
    ...(partida.avisos.length > 0
      ? ['', '  Atenção:', ...partida.avisos.map((aviso) => `  - ${aviso}`)]
      : []),
    '',
  ];
}

/** A browser sends none: it is read by a program (docs/operacao.md). */
const PEDE_TOKEN = ', com o token de um ADMIN';

const ENTRADA_DA_DEMONSTRACAO = `senha ${SENHA_DA_DEMONSTRACAO} para todos, só nesta máquina`;

const comoEntrar = ({ primeiroAcesso }: Partida): string =>
  primeiroAcesso
    ? `${primeiroAcesso.email} / ${senhaDe(primeiroAcesso)}`
    : 'com os usuários cadastrados; o primeiro vem de ADMIN_EMAIL e ADMIN_SENHA';

const senhaDe = ({ gerado, senha }: PrimeiroAcesso): string => (gerado ? senha : '(senha em ADMIN_SENHA)');

/** Who may enter the demonstration, and what to try. */
function convite({ primeiroAcesso }: Partida, cores: Cores): string[] {
  const informado = primeiroAcesso?.gerado === false ? primeiroAcesso : null;
  const acessos = ACESSOS.map(({ papel, email }) => ({
    papel,
    email: email === informado?.email.toLowerCase() ? `${email} ${senhaDe(informado)}` : email,
  }));
  if (informado && !ACESSOS.some(({ email }) => email === informado.email.toLowerCase()))
    acessos.push({ papel: 'ADMIN', email: `${informado.email} ${senhaDe(informado)}` });
  const largura = Math.max(...acessos.map(({ papel }) => papel.length));
  const linha = (perfil: string, email: string): string => `           ${perfil.padEnd(largura)}  ${email}`;
  return [
    '',
    cores.fraco(linha('Perfil', 'E-mail')),
    ...acessos.map(({ papel, email }) => linha(papel, email)),
    '',
    '  Hospital de demonstração: tudo nele é inventado.',
    `  Experimente: ${cores.forte('npm run tour')}. Para recomeçar: ${cores.forte('npm run reset')}.`,
  ];
}

const numero = (valor: number): string => valor.toLocaleString('pt-BR', { maximumFractionDigits: 1 });
