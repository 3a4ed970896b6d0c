import { hashDoToken } from '../../src/modulos/acesso/dominio/token-de-renovacao.entity.js';
import { resumoDoCodigo } from '../../src/modulos/acesso/dominio/segundo-fator.entity.js';
import { codigoDoPasso, passoDe, sortearSegredo } from '../../src/modulos/acesso/dominio/totp.js';
import { Cofre } from '../../src/plataforma/seguranca/cofre.js';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

/** As the examples have them. */
const CODIGO = '123456';
const REFRESH = 'Vq0N1Tn9cB0yqk3xW5m8Zr2uHs7dEoLfJ4aPiGtYXQw';
/** The administrator of the demonstration. */
const ADMIN = 1;
const DEMONSTRACAO = { email: 'admin@hospital.local', senha: 'demonstracao' };

const escrever = (app: AplicacaoDeTeste, sql: string, valores: (string | number | Date)[]): Promise<number> =>
  app.unidade.executar((tx) => tx.executar(sql, valores));

/** What the administrator enters with is again that of the first page; and they are inside. */
export async function entrarComoNoComeco(app: AplicacaoDeTeste): Promise<void> {
  await voltarASenha(app);
  await semSegundoFator(app, ADMIN);
  await app.entrar(DEMONSTRACAO.email, DEMONSTRACAO.senha);
}

/** All logins of the demonstration share one password: that of another one is lent. */
export async function voltarASenha(app: AplicacaoDeTeste): Promise<void> {
  const [outro] = await app.consultar('SELECT senha_hash FROM usuarios WHERE id = ?', [2]);
  await escrever(app, 'UPDATE usuarios SET senha_hash = ? WHERE id = ?', [String(outro!.senha_hash), ADMIN]);
}

export async function tokenDoExemplo(app: AplicacaoDeTeste): Promise<void> {
  const [ultimo] = await app.consultar(
    'SELECT MAX(id) AS id FROM tokens_de_renovacao WHERE usado_em IS NULL',
  );
  const sql = 'UPDATE tokens_de_renovacao SET hash = ? WHERE id = ?';
  await escrever(app, sql, [hashDoToken(REFRESH), Number(ultimo!.id)]);
}

/** Another session of the same person; its id. */
export async function outraSessao(app: AplicacaoDeTeste): Promise<number> {
  await app.post('/v1/auth/login', DEMONSTRACAO);
  const [ultima] = await app.consultar('SELECT MAX(id) AS id FROM sessoes WHERE usuario_id = ?', [ADMIN]);
  return Number(ultima!.id);
}

/** A secret whose code is, for once, the one of the example. */
export async function segredoDoExemplo(app: AplicacaoDeTeste): Promise<void> {
  await voltarASenha(app);
  await semSegundoFator(app, ADMIN);
  await app.post('/v1/auth/eu/segundo-fator', { senha: DEMONSTRACAO.senha });
  const selado = app.app.get(Cofre).selar(segredoDe(CODIGO, app), `segundo-fator:${ADMIN}`);
  await escrever(app, 'UPDATE segundos_fatores SET segredo = ? WHERE usuario_vigente_id = ?', [
    selado,
    ADMIN,
  ]);
}

function segredoDe(codigo: string, app: AplicacaoDeTeste): string {
  for (;;) {
    const passo = passoDe(app.relogio.agora());
    for (let i = 0; i < 50_000; i++) {
      const segredo = sortearSegredo();
      if (codigoDoPasso(segredo, passo) === codigo) return segredo;
    }
  }
}

/** Enrolled, and the code of the example is one of recovery. */
export async function codigoDeRecuperacaoDoExemplo(app: AplicacaoDeTeste): Promise<void> {
  await voltarASenha(app);
  await comSegundoFator(app, ADMIN);
  await escrever(
    app,
    `INSERT INTO codigos_de_recuperacao (segundo_fator_id, resumo)
     SELECT id, ? FROM segundos_fatores WHERE usuario_vigente_id = ?`,
    [resumoDoCodigo(CODIGO), ADMIN],
  );
}

export async function comSegundoFator(app: AplicacaoDeTeste, usuarioId: number): Promise<void> {
  await semSegundoFator(app, usuarioId);
  const agora = app.relogio.agora();
  await escrever(
    app,
    `INSERT INTO segundos_fatores (usuario_id, usuario_vigente_id, segredo, criado_em, confirmado_em, ultimo_passo)
     VALUES (?, ?, 'v1.x', ?, ?, 1)`,
    [usuarioId, usuarioId, agora, agora],
  );
}

const semSegundoFator = (app: AplicacaoDeTeste, usuarioId: number): Promise<number> =>
  escrever(
    app,
    `UPDATE segundos_fatores SET usuario_vigente_id = NULL, segredo = NULL, encerrado_em = criado_em,
            motivo_encerramento = 'x' WHERE usuario_vigente_id = ?`,
    [usuarioId],
  );

/** The one who signs up in the example has confirmed the e-mail; answers nothing, so that the path is the example's. */
export async function contaDoExemplo(app: AplicacaoDeTeste): Promise<void> {
  const email = 'maria@exemplo.com.br';
  const confirmar = () =>
    escrever(app, 'UPDATE usuarios SET aguarda_verificacao_desde = NULL WHERE email = ?', [email]);
  if ((await confirmar()) > 0) return;
  const dados = { nome: 'Maria da Silva Pereira', email, senha: 'uma frase que só eu sei' };
  await app.criar('/v1/usuarios', { ...dados, papeis: ['PACIENTE'] });
}
