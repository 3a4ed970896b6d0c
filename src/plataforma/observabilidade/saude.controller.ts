import { Controller, Get, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { Texto } from '../http/campos.js';
import { Rota } from '../http/rota.js';
import { Prontidao } from './prontidao.js';

export class SaudeResposta {
  @Texto({ max: 20, exemplo: 'ok', descricao: 'Sempre `ok`: quem não pode atender responde 503.' })
  status!: string;
}

@ApiTags('Operação')
@Controller({ path: 'saude', version: VERSION_NEUTRAL })
export class SaudeController {
  constructor(private readonly prontidao: Prontidao) {}

  @Get('viva')
  @Rota({ resumo: 'O processo está de pé (não toca o banco)', acesso: 'publico', responde: SaudeResposta })
  viva(): SaudeResposta {
    return { status: 'ok' };
  }

  @Get('pronta')
  @Rota({
    resumo: 'O processo pode atender: banco respondendo, sem parada em curso',
    acesso: 'publico',
    responde: SaudeResposta,
  })
  async pronta(): Promise<SaudeResposta> {
    if (await this.prontidao.pronta()) return { status: 'ok' };
    throw new ErroDeDominio('indisponivel', 'PLATAFORMA.NAO_PRONTA', 'O serviço ainda não pode atender.');
  }
}
