import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Matches, MinLength } from 'class-validator';
import { campo, MaximoDeCaracteres, type OpcoesDoCampo, Texto } from '../../plataforma/http/campos.js';
import { Cep, Telefone, Uf } from '../../plataforma/identificadores/campos.js';
import type { Uf as SiglaDaUf } from '../../plataforma/identificadores/conselho.js';
import type { DadosPostais } from './dominio/endereco.entity.js';

const SEM_CONTROLE = /^[^\p{Cc}\p{Cs}]*$/u;

/** List of short texts, trimmed; at most `max` of them, of at most `tamanho` characters. */
export function ListaDeTextos(opcoes: OpcoesDoCampo & { max: number; tamanho: number }): PropertyDecorator {
  const { max, tamanho } = opcoes;
  const mensagem = `deve ser uma lista de textos de 1 a ${tamanho} caracteres.`;
  const cada = { each: true, message: mensagem };
  return campo(
    opcoes,
    { type: 'array', items: { type: 'string', minLength: 1, maxLength: tamanho }, maxItems: max },
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((item: unknown) => (typeof item === 'string' ? item.trim() : item))
        : value,
    ),
    MaximoDeCaracteres(tamanho, cada),
    MinLength(1, cada),
    Matches(SEM_CONTROLE, cada),
    IsString(cada),
    ArrayMaxSize(max, { message: `deve ter no máximo ${max} itens.` }),
    IsArray({ message: mensagem }),
  );
}

/** Whom to call about the patient. */
export class ContatoDeEmergencia {
  @Texto({ max: 150, exemplo: 'João Pereira', descricao: 'Nome de quem avisar.' }) nome!: string;
  @Telefone() telefone!: string;
}

/** A postal address. */
export class DadosDoEndereco implements DadosPostais {
  @Texto({ max: 150, exemplo: 'Avenida Paulista', descricao: 'Rua, avenida, praça…' }) logradouro!: string;
  @Texto({ max: 20, exemplo: '1000', descricao: 'Número, ou S/N.' }) numero!: string;
  @Texto({
    max: 100,
    opcional: true,
    nulo: true,
    exemplo: 'Apto 12',
    descricao: 'Apartamento, bloco, fundos…',
  })
  complemento?: string | null;
  @Texto({ max: 100, exemplo: 'Bela Vista', descricao: 'Bairro.' }) bairro!: string;
  @Texto({ max: 100, exemplo: 'São Paulo', descricao: 'Cidade.' }) cidade!: string;
  @Uf() estado!: SiglaDaUf;
  @Cep() cep!: string;
}
