import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planejarLeitos } from '../../ferramentas/aih/plano.js';
import { somarDias } from '../../src/plataforma/tempo/calendario.js';
import { registrosInventados } from './linhas-aih.js';

const semTracos = (dia: string): string => dia.replaceAll('-', '');
const linha = fc
  .record({
    inicio: fc.integer({ min: 0, max: 60 }),
    dias: fc.integer({ min: 0, max: 20 }),
    ESPEC: fc.constantFrom('01', '03', '87'),
    COBRANCA: fc.constantFrom('12', '12', '12', '41', '27'),
  })
  .map(({ inicio, dias, ...resto }) => {
    const entrada = somarDias('2017-09-01', inicio);
    return { ...resto, DT_INTER: semTracos(entrada), DT_SAIDA: semTracos(somarDias(entrada, dias)) };
  });
const linhas = fc.array(linha, { minLength: 1, maxLength: 60 });

describe('plano de leitos', () => {
  it('deve pôr cada internação em um só leito do seu setor', () => {
    fc.assert(
      fc.property(linhas, (todas) => {
        const registros = registrosInventados(todas);
        const leitos = planejarLeitos(registros);
        const planejados = leitos.flatMap(({ grupo, estadias }) =>
          estadias.map((estadia) => [estadia.registro.numero, estadia.registro.grupo === grupo]),
        );
        expect(planejados.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual(
          registros.map(({ numero }) => [numero, true]),
        );
      }),
    );
  });

  it('deve receber a próxima internação só depois da limpeza, e nenhuma depois da que ficou aberta', () => {
    fc.assert(
      fc.property(linhas, (todas) => {
        for (const { estadias } of planejarLeitos(registrosInventados(todas))) {
          for (const [i, anterior] of estadias.slice(0, -1).entries()) {
            const limpo = anterior.horarios.saida?.limpezaConcluidaEm;
            expect(limpo).toBeDefined();
            expect(Date.parse(limpo!)).toBeLessThan(Date.parse(estadias[i + 1]!.horarios.admitidaEm));
          }
        }
      }),
    );
  });

  it('deve usar só os leitos que o momento mais cheio de cada setor pede', () => {
    fc.assert(
      fc.property(linhas, (todas) => {
        const leitos = planejarLeitos(registrosInventados(todas));
        for (const grupo of new Set(leitos.map((leito) => leito.grupo))) {
          const doGrupo = leitos.filter((leito) => leito.grupo === grupo);
          const intervalos = doGrupo
            .flatMap(({ estadias }) => estadias)
            .map(({ horarios }) => ({
              de: Date.parse(horarios.admitidaEm),
              ate: horarios.saida ? Date.parse(horarios.saida.limpezaConcluidaEm) : Infinity,
            }));
          const aoMesmoTempo = intervalos.map(
            ({ de }) => intervalos.filter((outro) => outro.de <= de && de <= outro.ate).length,
          );
          expect(doGrupo).toHaveLength(Math.max(...aoMesmoTempo));
        }
      }),
    );
  });

  it('deve numerar os leitos por setor e reusar o que vagou', () => {
    const leitos = planejarLeitos(
      registrosInventados([
        { DT_INTER: '20171001', DT_SAIDA: '20171003' },
        { DT_INTER: '20171002', DT_SAIDA: '20171004' },
        { DT_INTER: '20171005', DT_SAIDA: '20171006' },
        { ESPEC: '01' },
      ]),
    );
    expect(leitos.map(({ numero, estadias }) => [numero, estadias.map((e) => e.registro.numero)])).toEqual([
      ['CIR-01', [4]],
      ['CLI-01', [1, 3]],
      ['CLI-02', [2]],
    ]);
  });
});
