import { describe, expect, it } from '@jest/globals';
import { lerOpcoes } from '../../ferramentas/tour/opcoes.js';

describe('opções do tour', () => {
  it('deve ir, sem nenhuma, à demonstração desta máquina', () => {
    expect(lerOpcoes([], {})).toEqual({
      api: 'http://127.0.0.1:8000',
      email: 'admin@hospital.local',
      senha: 'demonstracao',
      pausa: false,
      gravarMesmoAssim: false,
      ajuda: false,
    });
  });

  it.each([
    [{ PORT: '9000' }, 'http://127.0.0.1:9000'],
    [{ HOST: '0.0.0.0', PORT: '9000' }, 'http://127.0.0.1:9000'],
    [{ HOST: '::' }, 'http://127.0.0.1:8000'],
    [{ HOST: '::1' }, 'http://[::1]:8000'],
    [{ HOST: '10.0.0.5' }, 'http://10.0.0.5:8000'],
  ])('deve achar o servidor de %j', (ambiente, api) => {
    expect(lerOpcoes([], ambiente).api).toBe(api);
  });

  it('deve aceitar o endereço como foi copiado', () => {
    expect(lerOpcoes(['--api', 'https://hospital.exemplo/v1/'], {}).api).toBe('https://hospital.exemplo');
  });

  it.each([
    [['--email', 'a@b', '--senha', 'x'], { TOUR_SENHA: 'y' }, ['a@b', 'x']],
    [[], { TOUR_SENHA: 'y' }, ['admin@hospital.local', 'y']],
    [[], { TOUR_SENHA: 'y', ADMIN_EMAIL: 'c@d', ADMIN_SENHA: 'z' }, ['c@d', 'y']],
    [[], { ADMIN_EMAIL: 'c@d', ADMIN_SENHA: 'z' }, ['c@d', 'z']],
    [['--email', 'a@b'], { ADMIN_EMAIL: 'c@d', ADMIN_SENHA: 'z' }, ['a@b', 'demonstracao']],
  ])('deve entrar, com %j e %j, como %j', (argumentos, ambiente, [email, senha]) => {
    expect(lerOpcoes(argumentos, ambiente)).toMatchObject({ email, senha });
  });

  it.each([
    [['--api', 'localhost:8000'], '--api precisa ser um endereço'],
    [['--velocidade', '2'], 'Não entendi a linha de comando'],
    [['sobra'], 'Não entendi a linha de comando'],
  ])('deve explicar %j', (argumentos, mensagem) => {
    expect(() => lerOpcoes(argumentos, {})).toThrow(mensagem);
  });
});
