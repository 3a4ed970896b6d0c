import { describe, expect, it } from '@jest/globals';
import {
  CONSELHOS,
  UFS,
  conselhoValido,
  mascararConselho,
  normalizarConselho,
  normalizarNumeroConselho,
  normalizarUf,
  numeroConselhoValido,
  ufValida,
  type Conselho,
} from './conselho.js';

describe('conselho profissional', () => {
  it('deve conhecer os conselhos da saúde e só eles', () => {
    expect(CONSELHOS).toEqual(
      expect.arrayContaining(['CRM', 'COREN', 'CRP', 'CRN', 'CREFITO', 'CRO', 'CRF']),
    );
    expect(conselhoValido(normalizarConselho(' crm '))).toBe(true);
    expect(conselhoValido('OAB')).toBe(false);
    expect(conselhoValido('toString')).toBe(false);
  });

  it('deve conhecer as 27 unidades da federação', () => {
    expect(new Set(UFS).size).toBe(27);
    expect(ufValida(normalizarUf('rs'))).toBe(true);
    expect(ufValida('XX')).toBe(false);
  });

  it.each<[Conselho, string]>([
    ['CRM', '1'],
    ['CRM', '22'],
    ['CRM', '300.123'],
    ['CRM', '1234567'],
    ['COREN', '123.456-ENF'],
    ['COREN', '123456'],
    ['CRP', '06/12345'],
    ['CREFITO', '12345-F'],
    ['CREFITO', '1234-TO'],
    ['CRN', '12345'],
    ['CRO', '12345'],
    ['CRF', '12345'],
    ['CREF', '012345-G'],
  ])('deve aceitar %s %s', (conselho, texto) => {
    expect(numeroConselhoValido(conselho, normalizarNumeroConselho(texto))).toBe(true);
  });

  it.each<[Conselho, string]>([
    ['CRM', ''],
    ['CRM', '0'],
    ['CRM', '0000000'],
    ['CRM', '12345678'],
    ['CRM', '12345A'],
    ['CRM', '-'],
    ['COREN', '123456-MED'],
    ['COREN', 'ENF'],
    ['CRP', '25/12345'],
    ['CREFITO', '12345-X'],
  ])('deve recusar %s "%s"', (conselho, texto) => {
    expect(numeroConselhoValido(conselho, normalizarNumeroConselho(texto))).toBe(false);
  });

  it('deve dar uma só escrita a cada categoria do COREN', () => {
    expect(normalizarNumeroConselho('123.456-te')).toBe('123456TEC');
    expect(normalizarNumeroConselho('123456-TEC')).toBe('123456TEC');
    expect(normalizarNumeroConselho('123456 AE')).toBe('123456AUX');
  });

  it('deve escrever a inscrição como em um documento', () => {
    expect(mascararConselho('CRM', '123456', 'SP')).toBe('CRM-SP 123456');
  });
});
