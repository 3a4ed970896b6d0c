import { type Dia, somarAnos } from '../../../plataforma/tempo/calendario.js';

/** Years that a record is kept, from the last entry on (Lei 13.787/2018, art. 6º). */
export const ANOS_DE_GUARDA = 20;
/** Days in which the hospital answers (LGPD, art. 19, II). */
export const DIAS_PARA_RESPONDER = 15;

/** The first day on which what was last written on `ultimoRegistro` may be eliminated. */
export const guardaAte = (ultimoRegistro: Dia): Dia => somarAnos(ultimoRegistro, ANOS_DE_GUARDA);

const escrito = (dia: Dia): string => dia.split('-').reverse().join('/');

/** Why nothing is eliminated, until when, and what can be done instead; read by the person. */
export const fundamentoDaGuarda = (ultimoRegistro: Dia, encarregado: string): string =>
  `A lei ainda não permite eliminar os seus dados: o prontuário é guardado por ao menos ${ANOS_DE_GUARDA} anos desde o ` +
  'último registro (Lei 13.787/2018, art. 6º; Resolução CFM 1.821/2007), e a LGPD (art. 16, I) mantém o que se guarda ' +
  `por obrigação legal. O seu último registro é de ${escrito(ultimoRegistro)}; a guarda vai até ` +
  `${escrito(guardaAte(ultimoRegistro))} e recomeça a cada novo registro. Enquanto isso, você pode pedir a correção do ` +
  'que estiver errado, levar uma cópia de tudo, saber quem abriu o seu prontuário e com quem os dados são ' +
  `compartilhados, e revogar o que depende do seu consentimento. Dúvidas: ${encarregado}.`;
