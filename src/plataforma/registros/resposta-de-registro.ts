import { booleano, inteiro, instante, type Linha, ouNulo, texto } from '../../banco/dialeto.js';
import { Instante, Inteiro, Logico, Texto } from '../http/campos.js';

/** What every register answers besides its own fields. */
export abstract class RespostaDeRegistro {
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Identificador.' }) id!: number;
  @Logico({ exemplo: true, descricao: 'Se o cadastro está em uso.' }) ativo!: boolean;
  @Instante({ nulo: true, exemplo: null, descricao: 'Quando saiu de uso.' }) inativadoEm!: Date | null;
  @Texto({ max: 300, nulo: true, exemplo: null, descricao: 'Por que saiu de uso.' }) motivoInativacao!:
    string | null;
  @Instante({ descricao: 'Quando foi cadastrado.' }) criadoEm!: Date;
  @Instante({ descricao: 'Quando mudou pela última vez.' }) atualizadoEm!: Date;
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Aumenta a cada mudança; é o que o `ETag` traz.' })
  versao!: number;
}

export const camposDoRegistro = (l: Linha): RespostaDeRegistro => ({
  id: inteiro(l.id),
  ativo: booleano(l.ativo),
  inativadoEm: ouNulo(instante)(l.inativado_em),
  motivoInativacao: ouNulo(texto)(l.motivo_inativacao),
  criadoEm: instante(l.criado_em),
  atualizadoEm: instante(l.atualizado_em),
  versao: inteiro(l.versao),
});
