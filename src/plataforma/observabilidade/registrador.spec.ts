import { describe, expect, it } from '@jest/globals';
import { contextoDoSistema, noContexto } from './contexto.js';
import { Registrador } from './registrador.js';

/** What the logger writes while `trabalho` runs. */
function linhasDe(trabalho: (registrador: Registrador) => void): Record<string, unknown>[] {
  const linhas: string[] = [];
  trabalho(new Registrador('trace', { write: (linha: string) => void linhas.push(linha) }));
  return linhas.map((linha) => JSON.parse(linha) as Record<string, unknown>);
}

describe('Registrador', () => {
  it('deve escrever uma linha JSON com instante, nível e mensagem', () => {
    const [linha] = linhasDe((r) => r.informe('entrega concluída', { entregaId: 7 }));
    expect(linha).toMatchObject({ nivel: 'info', mensagem: 'entrega concluída', entregaId: 7 });
    expect(Date.parse(String(linha!.time))).not.toBeNaN();
  });

  it('deve levar a correlação e o usuário do pedido em curso', () => {
    const [linha] = linhasDe((r) =>
      noContexto({ ...contextoDoSistema('pedido-1'), usuarioId: 3 }, () => r.aviso('algo')),
    );
    expect(linha).toMatchObject({ correlacaoId: 'pedido-1', usuarioId: 3 });
  });

  it('deve omitir o que nunca pode ser registrado, mesmo se alguém o passar', () => {
    const texto = JSON.stringify(
      linhasDe((r) =>
        r.informe('x', {
          senha: 'canário-1',
          cpf: 'canário-2',
          nome: 'canário-3',
          email: 'canário-4',
          token: 'canário-5',
        }),
      ),
    );
    expect(texto).not.toContain('canário');
  });

  it('deve manter uma linha só, ainda que a mensagem tente forjar outra', () => {
    expect(linhasDe((r) => r.informe('a\n{"nivel":"fatal"}'))).toHaveLength(1);
  });
});
