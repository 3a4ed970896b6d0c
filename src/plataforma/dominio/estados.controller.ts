import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { naoEncontrado } from '../erros/erro-de-dominio.js';
import { campo, Lista, Logico, Texto } from '../http/campos.js';
import { Pagina } from '../http/pagina.js';
import { Rota } from '../http/rota.js';
import { type MaquinaDeEstados, maquinasDeclaradas } from './maquina-de-estados.js';

export class EstadoResposta {
  @Texto({ max: 40, exemplo: 'LIVRE', descricao: 'Como a API o escreve.' }) estado!: string;
  @Texto({ max: 80, exemplo: 'livre', descricao: 'Como se diz.' }) nome!: string;
  @Logico({ exemplo: true, descricao: 'Algo pode nascer neste estado.' }) inicial!: boolean;
  @Logico({ exemplo: false, descricao: 'Nada mais muda a partir dele.' }) terminal!: boolean;
  @campo(
    { exemplo: ['reservar', 'bloquear'], descricao: 'O que se pode pedir pela API.' },
    { type: String, isArray: true },
  )
  acoes!: readonly string[];
}

export class TransicaoResposta {
  @Texto({ max: 40, exemplo: 'LIVRE', descricao: 'Estado de partida.' }) de!: string;
  @Texto({ max: 40, exemplo: 'reservar', descricao: 'O que se faz.' }) acao!: string;
  @Texto({ max: 40, exemplo: 'RESERVADO', descricao: 'Estado de chegada.' }) para!: string;
  @Texto({ max: 200, nulo: true, exemplo: null, descricao: 'Em que caso.' }) quando!: string | null;
  @Logico({
    exemplo: true,
    descricao: 'Pode ser pedida pela API; se não, acontece por si ou por outra coisa.',
  })
  pelaApi!: boolean;
}

export class MaquinaResposta {
  @Texto({ max: 40, exemplo: 'leito', descricao: 'Nome da máquina de estados.' }) maquina!: string;
  @Texto({ max: 200, exemplo: 'A vida de um leito.', descricao: 'De que ela trata.' }) descricao!: string;
  @Lista(() => EstadoResposta, { descricao: 'Todos os estados.' }) estados!: EstadoResposta[];
  @Lista(() => TransicaoResposta, { descricao: 'Todos os movimentos possíveis.' })
  transicoes!: TransicaoResposta[];
  @Texto({ max: 10_000, exemplo: 'stateDiagram-v2\n  [*] --> LIVRE', descricao: 'O diagrama, em Mermaid.' })
  mermaid!: string;
}

/** The state machines, as they are in force: for whoever draws screens and for whoever learns the house. */
@ApiTags('Estados')
@Controller('estados')
export class EstadosController {
  @Get()
  @Rota({
    resumo: 'Mostra todas as máquinas de estados',
    acesso: 'autenticado',
    alvo: 'livre',
    responde: MaquinaResposta,
    forma: 'lista',
  })
  listar(): Pagina<MaquinaResposta> {
    const todas = [...maquinasDeclaradas().values()].map(comoResposta);
    todas.sort((a, b) => (a.maquina < b.maquina ? -1 : 1));
    return new Pagina(todas, todas.length, null);
  }

  @Get(':maquina')
  @ApiParam({
    name: 'maquina',
    description: 'Nome da máquina: os que há estão na lista de todas.',
    schema: { type: 'string', example: 'leito' },
  })
  @Rota({
    resumo: 'Mostra uma máquina de estados: estados, movimentos e diagrama',
    acesso: 'autenticado',
    alvo: 'livre',
    responde: MaquinaResposta,
    erros: [404],
  })
  obter(@Param('maquina') nome: string): MaquinaResposta {
    const maquina = maquinasDeclaradas().get(nome);
    if (maquina) return comoResposta(maquina);
    throw naoEncontrado(
      'PLATAFORMA.MAQUINA_NAO_ENCONTRADA',
      `Não há máquina de estados com esse nome. As que há: ${[...maquinasDeclaradas().keys()].sort().join(', ')}.`,
    );
  }
}

const comoResposta = (maquina: MaquinaDeEstados<string, string>): MaquinaResposta => ({
  maquina: maquina.nome,
  descricao: maquina.descricao,
  estados: Object.entries(maquina.estados).map(([estado, nome]) => ({
    estado,
    nome,
    inicial: maquina.iniciais.includes(estado),
    terminal: maquina.terminal(estado),
    acoes: maquina.acoesDe(estado),
  })),
  transicoes: maquina.transicoes.map(({ de, acao, para, quando = null }) => ({
    de,
    acao,
    para,
    quando,
    pelaApi: maquina.exposta(acao),
  })),
  mermaid: maquina.mermaid(),
});
