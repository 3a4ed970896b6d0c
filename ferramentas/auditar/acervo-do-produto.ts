import 'reflect-metadata';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import type { Provider } from '@nestjs/common';
import { MODULOS } from '../../src/app.module.js';
import { type Acervo, reunir } from '../../src/plataforma/invariantes/reunir.js';
import { PlataformaModule } from '../../src/plataforma/plataforma.module.js';

/** What the product declares, read from its modules: nothing of it is started. */
export function acervoDoProduto(): Acervo {
  const provedores = [PlataformaModule, ...MODULOS].flatMap(
    (modulo) => (Reflect.getMetadata(MODULE_METADATA.PROVIDERS, modulo) ?? []) as Provider[],
  );
  return reunir(provedores.map((p) => ('useValue' in p ? (p.useValue as unknown) : p)));
}
