import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { comConvencoes } from '../plataforma/http/convencoes-no-documento.js';
import { comErrosCompartilhados } from '../plataforma/http/erros-no-documento.js';
import { comExemplosDosCorpos } from '../plataforma/http/exemplos-dos-corpos.js';
import { comFiltrosVazios } from '../plataforma/http/filtros-no-documento.js';
import { comInstantesRespondidos } from '../plataforma/http/respostas-no-documento.js';
import { AcervoDoTitular } from '../plataforma/privacidade/acervo-do-titular.js';
import { comDadosDoTitular } from '../plataforma/privacidade/dados-no-documento.js';
import { comSignificados } from './significados-no-documento.js';
import { GRUPOS } from './grupos.js';
import { INTRODUCAO } from './introducao.js';

/** What the decorators cannot say, in the order in which it is said. */
const PASSOS = [
  comConvencoes,
  comFiltrosVazios,
  comInstantesRespondidos,
  comExemplosDosCorpos,
  comSignificados,
  comErrosCompartilhados,
];

/** The OpenAPI document that the code generates; committed as `openapi.json`. */
export function documentar(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Plantão')
    .setDescription(INTRODUCAO)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'O `accessToken` da resposta de `POST /v1/auth/login`, sem a palavra Bearer.',
    });
  for (const [nome, descricao] of GRUPOS) config.addTag(nome, descricao);
  const documento = SwaggerModule.createDocument(app, config.build(), {
    operationIdFactory: (controlador, metodo) => `${controlador.replace(/Controller$/, '')}.${metodo}`,
  });
  const passos = [comDadosDoTitular(app.get(AcervoDoTitular).partes), ...PASSOS];
  return passos.reduce((feito, passo) => passo(feito), documento);
}
