/**
 * `node --import …/plantar.js …/main.js`, with the faults in TROCAS_PLANTADAS: the product starts with them in its
 * code. Nothing in the product knows of this.
 */
import { register } from 'node:module';

register('./gancho.js', import.meta.url, { data: process.env.TROCAS_PLANTADAS });
