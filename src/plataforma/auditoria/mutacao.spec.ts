import { describe, expect, it } from '@jest/globals';
import { descreverMutacao, noSingular, type RotaDeclarada } from './mutacao.js';

const rota = (forma: RotaDeclarada['forma'] = 'um', mais: Partial<RotaDeclarada> = {}): RotaDeclarada => ({
  forma,
  ...mais,
});

describe('o que a auditoria diz de uma rota', () => {
  it.each([
    ['POST', '/v1/internacoes/:id/alta', 'um', 'internacoes.alta', 'internacao', 'id'],
    ['POST', '/v1/internacoes', 'criado', 'internacoes.criar', 'internacao', null],
    ['PATCH', '/v1/pacientes/:id', 'um', 'pacientes.alterar', 'paciente', 'id'],
    ['DELETE', '/v1/setores/:id', 'um', 'setores.remover', 'setor', 'id'],
    ['PATCH', '/v1/hospital', 'um', 'hospital.alterar', 'hospital', null],
    ['POST', '/v1/pacientes/:id/enderecos', 'criado', 'pacientes.enderecos.criar', 'endereco', null],
    [
      'POST',
      '/v1/pacientes/:id/enderecos/:enderecoId/inativar',
      'um',
      'pacientes.enderecos.inativar',
      'endereco',
      'enderecoId',
    ],
    ['POST', '/v1/relogio/avancar', 'um', 'relogio.avancar', 'relogio', null],
  ] as const)('deve vir do endereço: %s %s', (metodo, url, forma, acao, registro, parametro) => {
    expect(descreverMutacao(metodo, url, rota(forma))).toMatchObject({
      acao,
      registro,
      parametro,
      operacao: `${metodo} ${url}`,
    });
  });

  it('deve ser o que a rota declara, e nada onde o caso de uso o diz', () => {
    const declarada = rota('um', { auditoria: { acao: 'acesso.sair', registro: 'sessao' } });
    expect(descreverMutacao('POST', '/v1/auth/logout', declarada)).toMatchObject({
      acao: 'acesso.sair',
      registro: 'sessao',
    });
    expect(descreverMutacao('POST', '/v1/auth/login', rota('um', { auditoria: 'propria' }))).toBeNull();
    expect(descreverMutacao('GET', '/v1/leitos', rota('lista'))).toBeNull();
  });

  it('deve saber de que paciente se trata, quando o endereço o diz', () => {
    const de = (url: string) => descreverMutacao('POST', url, rota('criado'))?.parametroDoPaciente;
    expect(de('/v1/pacientes/:id/enderecos')).toBe('id');
    expect(de('/v1/leitos/:id/planos')).toBeNull();
  });

  it('deve dizer no singular o que o endereço diz no plural', () => {
    const plurais = ['internacoes', 'leitos', 'setores', 'lancamentos', 'especialidades', 'hospital'];
    expect(plurais.map(noSingular)).toEqual([
      'internacao',
      'leito',
      'setor',
      'lancamento',
      'especialidade',
      'hospital',
    ]);
  });
});
