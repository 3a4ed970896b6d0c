import { ErroDeDominio, invalido } from '../../../plataforma/erros/erro-de-dominio.js';

/** The same for every reason. */
export const credenciaisInvalidas = (): ErroDeDominio =>
  new ErroDeDominio('nao_autenticado', 'ACESSO.CREDENCIAIS_INVALIDAS', 'E-mail ou senha incorretos.');

export const segundoFatorExigido = (): ErroDeDominio =>
  new ErroDeDominio(
    'nao_autenticado',
    'ACESSO.SEGUNDO_FATOR_EXIGIDO',
    'Envie também, em codigo, o código do seu aplicativo autenticador, ou um de recuperação.',
    'codigo',
  );

export const segundoFatorInvalido = (): ErroDeDominio =>
  new ErroDeDominio(
    'nao_autenticado',
    'ACESSO.SEGUNDO_FATOR_INVALIDO',
    'O código não confere, ou já foi usado. Digite o que o aplicativo mostra agora.',
    'codigo',
  );

/** Everybody knows these passwords: they open nothing to the network. */
export const soNestaMaquina = (): ErroDeDominio =>
  new ErroDeDominio(
    'proibido',
    'ACESSO.SO_NESTA_MAQUINA',
    'Os acessos da demonstração só funcionam no computador em que o Plantão roda, em http://127.0.0.1. ' +
      'Para entrar de outra máquina, inicie-o com ADMIN_EMAIL e ADMIN_SENHA.',
  );

export const senhaIncorreta = (campo: string): ErroDeDominio =>
  invalido('ACESSO.SENHA_INCORRETA', 'A senha não confere com a que você usa para entrar.', campo);

export const codigoIncorreto = (): ErroDeDominio =>
  invalido(
    'ACESSO.CODIGO_INCORRETO',
    'O código não confere, ou já foi usado. Digite o que o aplicativo mostra agora.',
    'codigo',
  );

export const tokenInvalido = (): ErroDeDominio =>
  new ErroDeDominio(
    'nao_autenticado',
    'ACESSO.TOKEN_INVALIDO',
    'O token não é válido ou já venceu. Entre de novo.',
  );

/** Of an account that does not exist as of one that does: who tries learns nothing from the time it takes. */
export const entradaRecusada = (usuarioId: number | null) => ({
  acao: 'acesso.entrada-recusada',
  registro: usuarioId === null ? null : { tipo: 'usuario', id: usuarioId },
  pacienteId: null,
  campos: [],
  usuarioId,
});
