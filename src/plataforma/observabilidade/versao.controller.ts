import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Controller, Get, Optional } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Demonstracao } from '../demonstracao/demonstracao.js';
import { Logico, Texto } from '../http/campos.js';
import { Rota } from '../http/rota.js';

export class VersaoResposta {
  @Texto({ max: 40, exemplo: 'plantao', descricao: 'Nome do produto.' }) produto!: string;
  @Texto({ max: 40, exemplo: '0.1.0', descricao: 'Versão semântica do produto.' }) versao!: string;
  @Texto({ max: 10, exemplo: 'v1', descricao: 'Versão da API, no começo de cada endereço.' }) api!: string;
  @Logico({ exemplo: true, descricao: 'Se tudo neste servidor é inventado: o hospital de demonstração.' })
  demonstracao!: boolean;
}

@ApiTags('Operação')
@Controller('versao')
export class VersaoController {
  readonly #versao = lerVersao(import.meta.dirname);

  constructor(@Optional() private readonly demonstracao?: Demonstracao) {}

  @Get()
  @Rota({ resumo: 'Diz que versão do produto está no ar', acesso: 'publico', responde: VersaoResposta })
  obter(): VersaoResposta {
    return { ...this.#versao, demonstracao: this.demonstracao?.ativa ?? false };
  }
}

/** From the package that this file belongs to, compiled or not. */
function lerVersao(pasta: string): Omit<VersaoResposta, 'demonstracao'> {
  const arquivo = join(pasta, 'package.json');
  if (!existsSync(arquivo)) return lerVersao(dirname(pasta));
  const { name, version } = JSON.parse(readFileSync(arquivo, 'utf8')) as { name: string; version: string };
  return { produto: name, versao: version, api: 'v1' };
}
