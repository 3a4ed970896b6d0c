import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { ContaDeTeste } from '../../../../test/apoio/conta-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { RetirarSegundoFator } from './retirar-segundo-fator.js';

const MOTIVO = 'Perdeu o celular.';

describe('RetirarSegundoFator', () => {
  let app: AplicacaoDeTeste;
  let conta: ContaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  beforeEach(async () => {
    conta = await ContaDeTeste.criar(app);
  });
  afterAll(() => app.encerrar());

  const retirar = (id = conta.id) => conta.executar(new RetirarSegundoFator(id, { motivo: MOTIVO }, SISTEMA));

  it('deve apagar o segredo, guardar quando e por quê, e terminar todas as sessões', async () => {
    await conta.cadastrarSegundoFator();
    await retirar();
    const [linha] = await app.consultar('SELECT * FROM segundos_fatores WHERE usuario_id = ?', [conta.id]);
    expect(linha).toMatchObject({ segredo: null, motivo_encerramento: MOTIVO });
    expect(linha!.encerrado_em).not.toBeNull();
    expect(await conta.sessoesAbertas()).toEqual([]);
    await conta.entrar();
  });

  it('deve recusar quem não existe, e quem não tem, sem gravar nada', async () => {
    const tabelas = ['segundos_fatores', 'sessoes', 'usuarios'];
    await esperaRecusaSemEscrita(app, tabelas, 'ACESSO.SEM_SEGUNDO_FATOR', () => retirar());
    await esperaRecusaSemEscrita(app, tabelas, 'USUARIO.NAO_ENCONTRADO', () => retirar(999_999));
  });
});
