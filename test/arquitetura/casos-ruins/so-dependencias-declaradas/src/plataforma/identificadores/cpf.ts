import { sample } from 'fast-check';

export const gerar = sample;
