import { plantado } from './defeito.js';

/** Things done, or left undone, behind the answer. */
export const DEFEITOS_DE_EFEITO = [
  plantado('F104', 'rastro-de-recusa', 'O que foi feito antes de uma recusa fica gravado', [
    'banco/unidade-de-trabalho.js',
    'runner.rollbackTransaction()',
    'runner.commitTransaction()',
  ]),
  plantado('F103', 'inativo-continua', 'O que foi inativado continua dito em uso', [
    'plataforma/registros/resposta-de-registro.js',
    'ativo: booleano(l.ativo),',
    'ativo: true,',
  ]),
  plantado(
    'F100',
    'if-match-ignorado',
    'O If-Match velho é aceito',
    ['plataforma/http/versoes.js', "esperadas.includes('*')", 'true'],
    ['resposta-esperada'],
  ),
  plantado(
    'F100',
    'idempotencia-ignorada',
    'A mesma Idempotency-Key faz tudo de novo',
    ['plataforma/http/idempotencia/idempotencia.js', "method !== 'POST' ||", 'true ||'],
    ['repetido-e-igual', 'recusa-nao-deixa-rastro', 'resposta-esperada'],
  ),
];
