import type { CadastroDoLeito } from '../../src/modulos/leitos/dominio/cadastro-do-leito.js';
import type { EstadoDoLeito } from '../../src/modulos/leitos/dominio/estados-do-leito.js';
import type { Fato } from '../../src/modulos/leitos/dominio/fato.js';
import { Leito } from '../../src/modulos/leitos/dominio/leito.entity.js';
import { ErroDeDominio } from '../../src/plataforma/erros/erro-de-dominio.js';
import { type ClasseDeEvento, descricaoDoEvento } from '../../src/plataforma/eventos/evento.js';

export const AGORA = new Date('2026-06-10T12:00:00Z');
export const as = (hora: string): Date => new Date(`2026-06-10T${hora}:00Z`);
export const fato = (em: Date = AGORA, mais: Partial<Fato> = {}): Fato => ({
  em,
  agora: AGORA,
  autorId: 7,
  motivo: null,
  ...mais,
});

export const CADASTRO: CadastroDoLeito = {
  ...{ setorId: 3, numero: '101-A', tipo: 'ENFERMARIA', classe: 'INTERNACAO', extra: false, maca: false },
  ...{ planejado: true, instalado: true, instaladoDesde: null },
};

export const novo = (mais: Partial<CadastroDoLeito> = {}): Leito =>
  Object.assign(Leito.criar({ ...CADASTRO, ...mais }, as('08:00')), { id: 5 });

export const emEstado = (status: EstadoDoLeito, mais: Partial<Leito> = {}): Leito =>
  Object.assign(
    novo(),
    { status, desde: as('09:00'), versao: 4 },
    status === 'RESERVADO'
      ? { reservaPacienteId: 1, reservaExpiraEm: as('13:00'), venceEm: as('13:00') }
      : {},
    mais,
  );

export const codigoDe = (acao: () => void): string | null => {
  try {
    acao();
    return null;
  } catch (erro) {
    if (erro instanceof ErroDeDominio) return erro.codigo;
    throw erro;
  }
};

export const fatos = (leito: Leito) =>
  leito.extrairEventos().map((evento) => ({
    tipo: descricaoDoEvento(evento.constructor as ClasseDeEvento).tipo.slice('leitos.'.length),
    agregado: evento.agregado,
    dados: evento.dados,
  }));
export const tipos = (leito: Leito): string[] => fatos(leito).map(({ tipo }) => tipo);

export const OCUPANTE = { internacaoId: 70, pacienteId: 1 };
