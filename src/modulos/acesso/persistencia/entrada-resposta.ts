import { Email, IdDe, Instante, Objeto, Opcao, Texto } from '../../../plataforma/http/campos.js';
import type { Papel } from '../../../plataforma/seguranca/autor.js';
import { PENDENCIAS, type Pendencia } from '../../../plataforma/seguranca/tokens-de-acesso.js';
import { ListaDePapeis } from '../campos-de-acesso.js';

export class UsuarioDaEntrada {
  @IdDe('usuário') id!: number;
  @Texto({ max: 150, exemplo: 'Administrador', descricao: 'Nome da pessoa.' }) nome!: string;
  @Email({ exemplo: 'admin@hospital.local', descricao: 'O e-mail com que entrou.' }) email!: string;
  @ListaDePapeis() papeis!: Papel[];
  @Opcao(PENDENCIAS, {
    nulo: true,
    exemplo: null,
    descricao: 'O que deve ser feito antes de tudo; até lá o token só abre o que o faz.',
  })
  pendencia!: Pendencia | null;
}

/** What entering and renewing answer. */
export class EntradaResposta {
  @Texto({
    max: 2000,
    exemplo: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJwbGFudGFvIn0.assinatura',
    descricao: 'O token: envie em `Authorization: Bearer …`.',
  })
  accessToken!: string;
  @Texto({
    max: 100,
    exemplo: 'Vq0N1Tn9cB0yqk3xW5m8Zr2uHs7dEoLfJ4aPiGtYXQw',
    descricao: 'Renova a sessão, uma vez, em `POST /v1/auth/refresh`. Guarde-o como a uma senha.',
  })
  refreshToken!: string;
  @Instante({ exemplo: '2026-06-01T14:00:00.000Z', descricao: 'Até quando o `accessToken` vale.' })
  expiraEm!: Date;
  @Objeto(() => UsuarioDaEntrada) usuario!: UsuarioDaEntrada;
}
