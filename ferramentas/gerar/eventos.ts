import type { INestApplication } from '@nestjs/common';
import { type DescricaoDeEvento, eventosDeclarados } from '../../src/plataforma/eventos/evento.js';
import { RegistroDeSagas } from '../../src/plataforma/eventos/registro-de-sagas.js';
import { type ArquivoGerado, AVISO, documento, porTexto, tabela } from './arquivo-gerado.js';

const ABERTURA = `# Eventos

Fatos no passado, gravados na transação que os tornou verdade; nunca levam nome, documento ou texto clínico.
Cada saga durável que reage a um evento o recebe até dar certo, com efeito uma única vez.`;

/** The catalogue: who emits, who reacts, what each event carries. */
export function gerarEventos(app: INestApplication): ArquivoGerado {
  const sagas = app.get(RegistroDeSagas);
  const eventos = [...eventosDeclarados()].sort((a, b) => porTexto(a.tipo, b.tipo));
  const resumo = tabela(
    ['Evento', 'Emite', 'Reagem'],
    eventos.map((e) => [`[\`${e.tipo}\`](#${ancora(e)})`, moduloDe(e.tipo), nomes(sagas.ouvintes(e.tipo))]),
  );
  return {
    caminho: 'docs/eventos.md',
    conteudo: documento(AVISO, ABERTURA, resumo, ...eventos.map((e) => secao(e, sagas.ouvintes(e.tipo)))),
  };
}

function secao(evento: DescricaoDeEvento, ouvintes: readonly string[]): string {
  const campos = Object.entries(evento.campos).map(([nome, sentido]) => [`\`${nome}\``, sentido]);
  return [
    `## ${evento.tipo}`,
    evento.descricao,
    [`- Versão: ${evento.versao}`, `- Emite: ${moduloDe(evento.tipo)}`, `- Reagem: ${nomes(ouvintes)}`].join(
      '\n',
    ),
    tabela(['Campo', 'O que é'], campos),
  ].join('\n\n');
}

const moduloDe = (tipo: string): string => `\`${tipo.split('.')[0]}\``;
const nomes = (sagas: readonly string[]): string =>
  sagas.length === 0 ? 'ninguém' : sagas.map((s) => `\`${s}\``).join(', ');

/** How Markdown viewers name the heading. */
const ancora = ({ tipo }: DescricaoDeEvento): string => tipo.replaceAll('.', '');
