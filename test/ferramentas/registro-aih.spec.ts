import { describe, expect, it } from '@jest/globals';
import { registrosInventados } from './linhas-aih.js';

const primeiro = (linha: Parameters<typeof registrosInventados>[0][number]) =>
  registrosInventados([linha])[0]!;

describe('registro de AIH', () => {
  it('deve dizer nas palavras da API o que o arquivo traz em códigos', () => {
    expect(primeiro({ SEXO: '3', CAR_INT: '01' })).toEqual({
      numero: 1,
      grupo: 'clinico',
      sexo: 'F',
      dataNascimento: '1950-01-31',
      entrada: '2017-10-10',
      saida: { dia: '2017-10-13', motivo: 'ALTA_MELHORADO' },
      cid: 'N189',
      carater: 'ELETIVO',
    });
  });

  it.each([
    ['11', 'ALTA_CURADO'],
    ['12', 'ALTA_MELHORADO'],
    ['14', 'ALTA_A_PEDIDO'],
    ['15', 'ALTA_RETORNO'],
    ['16', 'EVASAO'],
    ['18', 'ALTA_OUTROS'],
    ['19', 'ALTA_OUTROS'],
    ['31', 'TRANSFERENCIA_EXTERNA'],
    ['32', 'INTERNACAO_DOMICILIAR'],
    ['41', 'OBITO'],
    ['43', 'OBITO'],
    ['61', 'ALTA_PUERPERA_RN'],
    ['64', 'ALTA_PUERPERA_RN'],
    ['65', 'OBITO'],
    ['67', 'OBITO'],
  ])('deve ler a cobrança %s como %s', (COBRANCA, motivo) => {
    expect(primeiro({ COBRANCA }).saida?.motivo).toBe(motivo);
  });

  it.each(['21', '25', '28', '51'])(
    'deve deixar aberta a internação cuja cobrança %s só corta a conta',
    (COBRANCA) => {
      expect(primeiro({ COBRANCA })).not.toHaveProperty('saida');
    },
  );

  it.each([
    ['01', 'cirurgico'],
    ['02', 'obstetrico'],
    ['04', 'cronico'],
    ['05', 'psiquiatria'],
    ['07', 'pediatrico'],
    ['09', 'outros'],
    ['87', 'outros'],
  ])('deve pôr a especialidade %s no setor %s', (ESPEC, grupo) => {
    expect(primeiro({ ESPEC }).grupo).toBe(grupo);
  });

  it('deve tratar como urgência todo caráter que não é eletivo', () => {
    expect(primeiro({ CAR_INT: '02' }).carater).toBe('URGENCIA');
    expect(primeiro({ CAR_INT: '06' }).carater).toBe('URGENCIA');
  });

  it.each([
    [{ COBRANCA: '29' }, 'Registro 1: COBRANCA "29" não é conhecido.'],
    [{ DT_INTER: '20170230' }, 'Registro 1: DT_INTER "20170230" não é conhecido.'],
    [{ DT_SAIDA: '20171009' }, 'Registro 1: DT_SAIDA "20171009" não é conhecido.'],
  ])('deve parar e dizer o registro quando não entende %j', (linha, mensagem) => {
    expect(() => primeiro(linha)).toThrow(mensagem);
  });
});
