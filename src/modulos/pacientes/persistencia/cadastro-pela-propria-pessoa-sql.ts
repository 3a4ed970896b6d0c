import { Injectable } from '@nestjs/common';
import { booleano, dia, inteiro, ouNulo, texto, travar } from '../../../banco/dialeto.js';
import { comoErroDeBanco } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import {
  CadastroPelaPropriaPessoa,
  type PessoaQueSeApresenta,
} from '../contrato/cadastro-pela-propria-pessoa.js';
import { exigirNascimentoPossivel } from '../dominio/nascimento.js';
import { Paciente } from '../dominio/paciente.entity.js';
import { HojeNoHospital } from './hoje-no-hospital.js';

@Injectable()
export class CadastroPelaPropriaPessoaSql extends CadastroPelaPropriaPessoa {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly hoje: HojeNoHospital,
  ) {
    super();
  }

  async conferirNascimento(dataNascimento: string): Promise<void> {
    exigirNascimentoPossivel(dataNascimento, await this.hoje.dia(this.relogio.agora()));
  }

  async reconhecerOuCadastrar(pessoa: PessoaQueSeApresenta): Promise<number | null> {
    const tx = this.unidade.atual();
    const existente = await travarPeloCpf(tx, pessoa.cpf);
    if (existente) return reconhecer(existente, pessoa);
    if (pessoa.sexo === null) return null;
    try {
      return await tx.aninhar(() => this.#cadastrar(tx, { ...pessoa, sexo: pessoa.sexo! }));
    } catch (erro) {
      if (comoErroDeBanco(erro)?.restricao !== 'uq_pacientes_cpf') throw erro;
      // The reception registered him meanwhile.
      const outro = await travarPeloCpf(tx, pessoa.cpf);
      return outro && reconhecer(outro, pessoa);
    }
  }

  async #cadastrar(
    tx: Transacao,
    pessoa: PessoaQueSeApresenta & { sexo: NonNullable<PessoaQueSeApresenta['sexo']> },
  ): Promise<number> {
    const agora = this.relogio.agora();
    const paciente = Paciente.cadastrar(pessoa, await this.hoje.dia(agora), agora);
    return (await tx.gerente.save(paciente)).id;
  }
}

type Registro = { id: number; ativo: boolean; dataNascimento: string; email: string | null };

async function travarPeloCpf(tx: Transacao, cpf: string): Promise<Registro | null> {
  const [linha] = await tx.consultar(
    `SELECT id, ativo, data_nascimento, email FROM pacientes WHERE cpf = ?${travar(tx.motor)}`,
    [cpf],
  );
  if (!linha) return null;
  return {
    id: inteiro(linha.id),
    ativo: booleano(linha.ativo),
    dataNascimento: dia(linha.data_nascimento),
    email: ouNulo(texto)(linha.email),
  };
}

/** A CPF and a birth are on many papers: only the e-mail that the reception wrote down tells the person. */
const reconhecer = (
  { id, ativo, dataNascimento, email }: Registro,
  pessoa: PessoaQueSeApresenta,
): number | null =>
  ativo && dataNascimento === pessoa.dataNascimento && email?.toLowerCase() === pessoa.email ? id : null;
