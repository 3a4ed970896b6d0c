import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { ID_DA_DEMONSTRACAO } from '../demonstracao/demonstracao-gravada.entity.js';
import { naoEncontrado } from '../erros/erro-de-dominio.js';
import { campo, Instante } from '../http/campos.js';
import { Rota } from '../http/rota.js';
import { IsNumber, Max, Min } from 'class-validator';
import { Relogio, RelogioMovel } from './relogio.js';

/** Ten years at once is more than any rule looks ahead. */
const MAXIMO_DE_HORAS = 87_600;
const faixa = { message: `deve ser um número de horas de 0,001 a ${MAXIMO_DE_HORAS}.` };

export class DadosDoAvanco {
  @campo(
    { exemplo: 48, descricao: 'Quantas horas adiantar.' },
    { type: Number, minimum: 0, exclusiveMinimum: true, maximum: MAXIMO_DE_HORAS },
    Max(MAXIMO_DE_HORAS, faixa),
    Min(0.001, faixa),
    IsNumber({ allowNaN: false, allowInfinity: false }, faixa),
  )
  horas!: number;
}

export class RelogioResposta {
  @Instante({ descricao: 'Que horas são agora para o servidor.' }) agora!: Date;
}

/** In the demonstration, or where `RELOGIO_MOVEL` is on (never in production): shows in seconds what takes days. */
@ApiTags('Operação')
@Controller('relogio')
export class RelogioController {
  constructor(
    private readonly relogio: Relogio,
    private readonly unidade: UnidadeDeTrabalho,
  ) {}

  @Post('avancar')
  @Rota({
    resumo: 'Adianta o relógio deste processo (na demonstração, ou com RELOGIO_MOVEL)',
    descricao:
      'Os tokens andam com o relógio: valem dez minutos dele. Depois de adiantá-lo mais que isso, renove o seu; depois de meia hora, entre de novo.',
    acesso: [],
    responde: RelogioResposta,
    erros: [404, 422],
  })
  async avancar(@Body() { horas }: DadosDoAvanco): Promise<RelogioResposta> {
    if (!(this.relogio instanceof RelogioMovel))
      throw naoEncontrado('PLATAFORMA.RELOGIO_FIXO', 'O relógio desta instalação não é móvel.');
    this.relogio.avancar(Math.round(horas * 3_600_000));
    await this.#lembrar(this.relogio.adiantadoMs);
    return { agora: this.relogio.agora() };
  }

  /** A demonstration restarts where its clock had been put; elsewhere there is no row, and nothing is kept. */
  #lembrar(adiantadoMs: number): Promise<number> {
    return this.unidade.executar((tx) =>
      tx.executar('UPDATE demonstracao SET adiantado_ms = ? WHERE id = ?', [adiantadoMs, ID_DA_DEMONSTRACAO]),
    );
  }
}
