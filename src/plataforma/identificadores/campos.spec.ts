import { describe, expect, it } from '@jest/globals';
import type { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { Validacao } from '../http/validacao.js';
import { Cep, Cnpj, Cns, Cpf, NumeroConselho, RegistroAns, SiglaDoConselho, Telefone, Uf } from './campos.js';

class Corpo {
  @Cpf({ opcional: true, nulo: true }) cpf?: string | null;
  @Cnpj({ opcional: true }) cnpj?: string;
  @Cns({ opcional: true }) cns?: string;
  @Cep({ opcional: true }) cep?: string;
  @Telefone({ opcional: true }) telefone?: string;
  @RegistroAns({ opcional: true }) registroAns?: string;
  @NumeroConselho({ opcional: true }) numero?: string;
  @SiglaDoConselho({ opcional: true }) conselho?: string;
  @Uf({ opcional: true }) uf?: string;
}

const validar = async (corpo: object): Promise<Corpo> =>
  new Validacao().transform(corpo, { type: 'body', metatype: Corpo }) as Corpo;

describe('campos de identificadores', () => {
  it.each([
    ['cpf', '529.982.247-25', '52998224725'],
    ['cpf', null, null],
    ['cnpj', '12.abc.345/01de-35', '12ABC34501DE35'],
    ['cns', '700 0000 0000 0005', '700000000000005'],
    ['cep', '01310-100', '01310100'],
    ['telefone', '(11) 98765-4321', '+5511987654321'],
    ['registroAns', '41837-4', '418374'],
    ['numero', '123.456-te', '123456TEC'],
    ['conselho', 'crm', 'CRM'],
    ['uf', ' sp ', 'SP'],
  ])('deve aceitar %s %s e guardar %s', async (campo, digitado, guardado) => {
    expect(await validar({ [campo]: digitado })).toMatchObject({ [campo]: guardado });
  });

  it.each([
    ['cpf', '529.982.247-24'],
    ['cpf', '111.111.111-11'],
    ['cpf', 52998224725],
    ['cpf', ['52998224725']],
    ['cnpj', '12.ABC.345/01DE-34'],
    ['cnpj', null],
    ['cns', '898000000000000'],
    ['cep', '0131010'],
    ['telefone', '91234-5678'],
    ['registroAns', '4183745'],
    ['numero', '123;456'],
    ['conselho', 'OAB'],
    ['uf', 'XX'],
    ['uf', { sigla: 'SP' }],
  ])('deve recusar %s %j, com uma frase e sem repetir o valor', async (campo, digitado) => {
    const erro = (await validar({ [campo]: digitado }).catch((e: unknown) => e)) as ErroDeDominio;
    expect(erro.itens).toEqual([
      {
        codigo: 'PLATAFORMA.CAMPO_INVALIDO',
        mensagem: expect.stringMatching(/^O campo "\w+" (deve|não pode ser) .+\.$/),
        campo,
      },
    ]);
    if (typeof digitado === 'string') expect(erro.itens[0]?.mensagem).not.toContain(digitado);
  });
});
