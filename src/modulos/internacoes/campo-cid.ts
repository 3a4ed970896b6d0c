import { campo, Identificador, type OpcoesDoCampo } from '../../plataforma/http/campos.js';
import { cid10Valido, normalizarCid10 } from '../../plataforma/identificadores/cid10.js';

/** CID-10 code: accepts the dot and lower case, keeps `J189`. */
export const Cid = (opcoes: OpcoesDoCampo): PropertyDecorator =>
  Identificador({
    exemplo: 'J18.9',
    ...opcoes,
    max: 5,
    formato: 'cid-10',
    normalizador: normalizarCid10,
    valido: cid10Valido,
    mensagem: 'deve ser um código da CID-10, como J18.9 ou I10.',
  });

/** The same code in answers, as it is kept. */
export const CidGravado = (opcoes: OpcoesDoCampo = {}): PropertyDecorator =>
  campo({ exemplo: 'J189', ...opcoes }, { type: String, maxLength: 4 });
