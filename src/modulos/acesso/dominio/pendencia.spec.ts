import { describe, expect, it } from '@jest/globals';
import { pendenciaDe } from './pendencia.js';

const LIVRE = { exigeSegundoFator: false, exigeTrocaDaSenhaInicial: false };
const EXIGENTE = { exigeSegundoFator: true, exigeTrocaDaSenhaInicial: true };
const NOVO = { papeis: ['MEDICO'], senhaProvisoria: true, segundoFator: false } as const;

describe('pendenciaDe', () => {
  it('deve não pedir nada onde o hospital não exige nada', () => {
    expect(pendenciaDe(NOVO, LIVRE)).toBeNull();
  });

  it('deve pedir primeiro a senha, depois o segundo fator, e então mais nada', () => {
    expect(pendenciaDe(NOVO, EXIGENTE)).toBe('TROCAR_SENHA');
    const comSenha = { ...NOVO, senhaProvisoria: false };
    expect(pendenciaDe(comSenha, EXIGENTE)).toBe('CADASTRAR_SEGUNDO_FATOR');
    expect(pendenciaDe({ ...comSenha, segundoFator: true }, EXIGENTE)).toBeNull();
  });

  it('deve pedir o segundo fator só a quem não é apenas paciente', () => {
    const pessoa = { senhaProvisoria: false, segundoFator: false };
    expect(pendenciaDe({ ...pessoa, papeis: ['PACIENTE'] }, EXIGENTE)).toBeNull();
    expect(pendenciaDe({ ...pessoa, papeis: [] }, EXIGENTE)).toBeNull();
    expect(pendenciaDe({ ...pessoa, papeis: ['PACIENTE', 'RECEPCAO'] }, EXIGENTE)).toBe(
      'CADASTRAR_SEGUNDO_FATOR',
    );
  });

  it('deve seguir cada exigência sem a outra', () => {
    expect(pendenciaDe(NOVO, { ...EXIGENTE, exigeTrocaDaSenhaInicial: false })).toBe(
      'CADASTRAR_SEGUNDO_FATOR',
    );
    expect(pendenciaDe(NOVO, { ...EXIGENTE, exigeSegundoFator: false })).toBe('TROCAR_SENHA');
  });
});
