import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';
import { pararRele } from '../apoio/rele-parado.js';
import { corpoCompleto } from '../exemplos/corpo-do-swagger.js';
import { Documento, type Operacao } from '../exemplos/documento.js';
import { type Ataque, falhasDosAtaques } from './ataques.js';
import { enderecoDe } from './ataques-aos-campos.js';
import { conferirEnvelope, enviar } from './recusa.js';
import { esperaQueNadaMude } from './nada-mudou.js';

const METODOS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const PAPEIS: readonly Papel[] = [
  'PACIENTE',
  'AUDITOR',
  'FARMACIA',
  'FATURAMENTO',
  'RECEPCAO',
  'ENFERMAGEM',
  'MEDICO',
  'GESTAO',
];

describe('método, tipo e acesso errados, em cada rota', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'false' });
    await pararRele(app);
    documento = await Documento.ler(app);
  });
  afterAll(() => app.encerrar());

  const corpoDe = ({ corpo }: Operacao): string | undefined =>
    corpo ? JSON.stringify(corpoCompleto(documento, corpo)) : undefined;

  const tokensRuins = () => ['', `Bearer ${app.token}x`, 'Bearer', 'Bearer lixo', 'Basic YWRtaW46YWRtaW4='];

  it('deve receber 405, com Allow de exatamente os métodos do endereço', async () => {
    const falhas: string[] = [];
    await esperaQueNadaMude(app, async () => {
      for (const [caminho, certos] of documento.caminhos) {
        const endereco = enderecoDe({ caminho });
        // `/v1/leitos/mapa` has its own methods, though a PATCH of it is served as of a `/v1/leitos/{id}` (404).
        const servidos = documento.caminhos
          .filter(([outro]) => new RegExp(`^${outro.replace(/\{\w+\}/g, '[^/]+')}$`).test(endereco))
          .flatMap(([, metodos]) => metodos);
        for (const metodo of METODOS.filter((m) => !servidos.includes(m))) {
          const resposta = await enviar(app, { metodo, caminho: endereco });
          conferirEnvelope(resposta, 405);
          const permitidos = (resposta.cabecalhos.get('allow') ?? '').split(', ').filter((m) => m !== 'HEAD');
          if (String([...permitidos].sort()) !== String([...new Set(certos)].sort()))
            falhas.push(`${metodo} ${endereco}: Allow ${permitidos.join()}, not ${certos.join()}`);
        }
      }
    });
    expect(falhas).toEqual([]);
  });

  it('deve receber 401 sem token, ou com um que não vale, em toda rota fechada', async () => {
    const fechadas = documento.operacoes.filter(({ fechada }) => fechada);
    expect(fechadas.length).toBeGreaterThan(50);
    const ataques = fechadas.flatMap((operacao, i) =>
      tokensRuins()
        .slice(0, i === 0 ? undefined : 2)
        .map((authorization): Ataque => ({
          envio: {
            metodo: operacao.metodo,
            caminho: enderecoDe(operacao),
            corpo: corpoDe(operacao),
            cabecalhos: { authorization },
          },
          status: 401,
        })),
    );
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve receber 403 de todo perfil que a descrição da rota não diz', async () => {
    const ataques = documento.operacoes.flatMap((operacao) =>
      PAPEIS.filter((papel) => operacao.perfis && !operacao.perfis.includes(papel)).map((papel): Ataque => ({
        envio: {
          metodo: operacao.metodo,
          caminho: enderecoDe(operacao),
          corpo: corpoDe(operacao),
          cabecalhos: comoPapel(app, papel),
        },
        status: 403,
        codigo: 'ACESSO.PROIBIDO',
      })),
    );
    expect(ataques.length).toBeGreaterThan(200);
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve receber 415 o corpo de outro tipo, e 413 o de 300 KB', async () => {
    const ataques = documento.comCorpo.flatMap((operacao, i): Ataque[] => {
      const envio = { metodo: operacao.metodo, caminho: enderecoDe(operacao) };
      const deOutroTipo = [
        'text/plain',
        'text/xml',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
      ];
      return [
        ...deOutroTipo.slice(0, i === 0 ? undefined : 1).map((contentType) => ({
          envio: { ...envio, corpo: corpoDe(operacao), cabecalhos: { 'content-type': contentType } },
          status: 415,
        })),
        { envio: { ...envio, corpo: `{"nome":"${'x'.repeat(300_000)}"}` }, status: 413 },
      ];
    });
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });
});
