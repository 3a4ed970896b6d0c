import { Sorteio } from '../../src/demonstracao/hospital/sorteio.js';
import type { Quem } from '../apoio/pessoas.js';
import { Pedidos } from '../apoio/rotas.js';
import { type PlanoDaCarga, setorDe } from '../carga/plano.js';
import { instante } from '../carga/tabela.js';
import type { Pedido } from '../gerador/gerador.js';

const SORTEADOS = 500;

/** One of the routes whose cost must not follow the size of the past. */
export interface RotaQuente {
  readonly nome: string;
  readonly escreve: boolean;
  /** Who asks: what they reach is as much in a short past as in a long one. */
  readonly quem: Quem;
  /** Up to `ate` requests; a write is told how many of them were used. */
  pedir(ate: number): readonly Pedido[];
  gastar(usados: number): void;
}

export function rotasQuentes(plano: PlanoDaCarga): RotaQuente[] {
  const pedidos = new Pedidos(plano);
  const sorteio = new Sorteio(plano.pedido.semente);
  const ler = (nome: string, caminho: () => string, quem: Quem = 'administrador'): RotaQuente => {
    const sorteados = Array.from({ length: SORTEADOS }, () => ({ metodo: 'GET', caminho: caminho() }));
    return { nome, escreve: false, quem, pedir: () => sorteados, gastar: () => undefined };
  };
  const escrever = (nome: string, rota: 'internar' | 'alta'): RotaQuente => ({
    ...{ nome, escreve: true, quem: 'administrador' as const },
    pedir: (ate) => pedidos.de(rota, ate),
    gastar: (usados) => pedidos.gastar(rota, usados),
  });
  const estadia = () => plano.encerrada(sorteio.inteiro(0, plano.pedido.encerradas - 1));
  return [
    ler('um leito', () => `/v1/leitos/${sorteio.inteiro(1, plano.leitosComPassado)}`),
    ler('leitos', () => '/v1/leitos'),
    ler('leitos de um setor', () => `/v1/leitos?setorId=${setorDe(estadia().leitoId)}`),
    ler('internações', () => '/v1/internacoes'),
    ler('internações em curso', () => '/v1/internacoes?status=INTERNADA'),
    ler('internações encerradas', () => '/v1/internacoes?status=ENCERRADA'),
    ler('internações de um paciente', () => `/v1/internacoes?pacienteId=${estadia().pacienteId}`),
    ler('internações de um setor', () => `/v1/internacoes?setorId=${setorDe(estadia().leitoId)}`),
    ler('internações, página funda', () => `/v1/internacoes?cursor=${cursorDe(estadia())}`),
    ler(
      'internações encerradas, página funda',
      () => `/v1/internacoes?status=ENCERRADA&cursor=${cursorDe(estadia())}`,
    ),
    ler('uma internação', () => `/v1/internacoes/${estadia().id}`),
    ler('movimentações', () => `/v1/internacoes/${estadia().id}/movimentacoes`),
    ler('conta de uma internação', () => `/v1/financeiro/lancamentos?origem=internacao:${estadia().id}`),
    ler('internações da equipe', () => '/v1/internacoes', 'equipe'),
    ler('pacientes da equipe', () => '/v1/pacientes', 'equipe'),
    ler(
      'uma internação da equipe',
      () => `/v1/internacoes/${plano.daEquipe(sorteio.inteiro(0, 9)).id}`,
      'equipe',
    ),
    ler('internações do próprio paciente', () => '/v1/internacoes', 'paciente'),
    ler('acessos ao próprio registro', () => '/v1/pacientes/1/acessos', 'paciente'),
    escrever('internar', 'internar'),
    escrever('dar alta', 'alta'),
  ];
}

/**
 * The cursor of a page that begins anywhere in the past, as a client would have it after thousands of pages. It is
 * opaque, and made here all the same: one that the product no longer knows is a 400, and stops the bench.
 */
const cursorDe = ({ id, entrada }: { id: number; entrada: number }): string =>
  Buffer.from(JSON.stringify(['-internacoes i.desde', instante(entrada), id])).toString('base64url');
