import { AlergiaDoPaciente, Paciente } from '../../modulos/pacientes/dominio/paciente.entity.js';
import { Endereco } from '../../modulos/pacientes/dominio/endereco.entity.js';
import { normalizarParaBusca } from '../../plataforma/identificadores/nome.js';
import { marcasDeAlteracao } from '../../plataforma/registros/marcas.js';
import { type Dia, somarDias } from '../../plataforma/tempo/calendario.js';
import { maisTarde } from '../../plataforma/tempo/relogio.js';
import { CONVENIOS, type Convenios } from './convenios.js';
import type { Documentos } from './documentos.js';
import { sortearEndereco } from './enderecos.js';
import { depois, MS_POR_DIA, MS_POR_HORA, MS_POR_MINUTO, type Mundo } from './mundo.js';
import { emailDe, type SexoAoNascer, sortearCelular, sortearNome, sortearSobrenome } from './pessoas.js';

export const MS_POR_ANO = 365.25 * MS_POR_DIA;
const IDADE_DO_CPF = 10;
const IDADE_ADULTA = 18;

// prettier-ignore
const ALERGIAS = [
  'Dipirona', 'Penicilina', 'Ácido acetilsalicílico', 'Ibuprofeno', 'Sulfa', 'Iodo', 'Látex', 'Contraste iodado',
  'Amoxicilina', 'Camarão', 'Leite de vaca', 'Esparadrapo', 'Diclofenaco', 'Morfina',
] as const;

/** Who arrives; ages in years, with decimals. */
export interface PerfilDoPaciente {
  readonly sexo: SexoAoNascer;
  readonly idade: number;
  /** What it must be; absent, chance says. */
  readonly convenioId?: number | null;
  /** Has no name of his own yet. */
  readonly recemNascido?: boolean;
}

/** The register of patients, as the reception fills it in. */
export class CadastroDePacientes {
  constructor(
    private readonly mundo: Mundo,
    private readonly convenios: Convenios,
    private readonly documentos: Documentos,
  ) {}

  /** A new patient, registered some minutes or days before `em`. */
  cadastrar(perfil: PerfilDoPaciente, em: Date): Paciente {
    const { acervo, sorteio, calendario, inauguracao } = this.mundo;
    const antes = sorteio.chance(0.7)
      ? sorteio.entre(4, 25) * MS_POR_MINUTO
      : sorteio.entre(1, 60) * MS_POR_HORA;
    const nascidoEm = depois(em, -perfil.idade * MS_POR_ANO);
    const criadoEm = maisTarde(depois(em, -antes), depois(nascidoEm, MS_POR_MINUTO), inauguracao);
    const id = acervo.novoId(Paciente);
    const paciente = Paciente.cadastrar(
      {
        ...this.#quem(perfil, id),
        ...this.#quemPaga(perfil, criadoEm),
        dataNascimento: calendario.diaCivil(nascidoEm),
        sexo: perfil.sexo,
      },
      calendario.diaCivil(criadoEm),
      criadoEm,
    );
    acervo.guardar(Paciente, Object.assign(paciente, { id }));
    this.#anotarEnderecos(id, criadoEm);
    this.#anotarAlergias(id, perfil.idade, criadoEm);
    this.#corrigir(paciente);
    if (perfil.recemNascido) this.#darNome(paciente, perfil.sexo);
    return paciente;
  }

  inativar(paciente: Paciente, motivoInativacao: string, em: Date): void {
    Object.assign(paciente, { ativo: false, inativadoEm: em, motivoInativacao });
    Object.assign(paciente, marcasDeAlteracao(paciente, em));
  }

  #quem({ sexo, idade, recemNascido = false }: PerfilDoPaciente, id: number) {
    const { sorteio } = this.mundo;
    const familia = sortearSobrenome(sorteio);
    const mae = sortearNome(sorteio, 'F', familia);
    const nome = recemNascido ? `RN de ${mae}` : sortearNome(sorteio, sexo, familia);
    const adulto = idade >= IDADE_ADULTA;
    return {
      nome,
      nomeMae: sorteio.chance(0.02) ? 'Ignorada' : mae,
      nomeSocial:
        adulto && sorteio.chance(0.008) ? sortearNome(sorteio, sexo === 'M' ? 'F' : 'M', familia) : null,
      cpf: idade >= IDADE_DO_CPF ? this.documentos.cpf() : null,
      cns: sorteio.chance(recemNascido ? 0.3 : 0.85) ? this.documentos.cns() : null,
      email: adulto && sorteio.chance(0.7) ? emailDe(nome, id, 'paciente.example') : null,
      telefone: sortearCelular(sorteio),
      contatoEmergencia:
        adulto && sorteio.chance(0.2)
          ? null
          : {
              nome: adulto ? sortearNome(sorteio, sorteio.um(['M', 'F'])) : mae,
              telefone: sortearCelular(sorteio),
            },
    };
  }

  #quemPaga({ convenioId: fixo }: PerfilDoPaciente, em: Date) {
    const { sorteio } = this.mundo;
    const sorteado = sorteio.umPorPeso([...CONVENIOS.keys()], (i) => CONVENIOS[i]!.peso) + 1;
    const doAcaso = sorteio.chance(0.8) && this.convenios.aceita(sorteado, em) ? sorteado : null;
    const convenioId = fixo === undefined ? doAcaso : fixo;
    if (convenioId === null) return {};
    return {
      convenioId,
      numeroCarteira: `${convenioId}${sorteio.digitos(11)}`,
      validadeCarteira: sorteio.chance(0.85) ? this.#validade(em) : null,
    };
  }

  #validade(em: Date): Dia {
    return somarDias(this.mundo.calendario.diaCivil(em), this.mundo.sorteio.inteiro(420, 1500));
  }

  #anotarEnderecos(pacienteId: number, em: Date): void {
    const { acervo, sorteio } = this.mundo;
    const quantos = sorteio.chance(0.04) ? 2 : sorteio.chance(0.95) ? 1 : 0;
    for (let i = 0; i < quantos; i += 1) {
      const endereco = Endereco.registrar(pacienteId, sortearEndereco(sorteio), i === 0, em);
      acervo.guardar(Endereco, Object.assign(endereco, { id: acervo.novoId(Endereco) }));
    }
  }

  #anotarAlergias(pacienteId: number, idade: number, incluidaEm: Date): void {
    const { acervo, sorteio } = this.mundo;
    if (idade < 1 || !sorteio.chance(0.13)) return;
    const descricoes = new Set([
      sorteio.um(ALERGIAS),
      ...(sorteio.chance(0.25) ? [sorteio.um(ALERGIAS)] : []),
    ]);
    for (const descricao of descricoes)
      acervo.incluir(AlergiaDoPaciente, {
        ...{ pacienteId, descricao, descricaoAtiva: normalizarParaBusca(descricao) },
        ...{ incluidaEm, incluidaPor: this.mundo.usuarios.RECEPCAO, removidaEm: null, removidaPor: null },
      });
  }

  /** The parents bring the birth certificate. */
  #darNome(paciente: Paciente, sexo: SexoAoNascer): void {
    const { agenda, sorteio, calendario } = this.mundo;
    agenda.marcar(depois(paciente.criadoEm, sorteio.entre(10, 60) * MS_POR_DIA), (em) => {
      const nome = sortearNome(sorteio, sexo, paciente.nome.split(' ').at(-1));
      if (paciente.ativo) paciente.alterar({ nome }, calendario.diaCivil(em), em);
    });
  }

  /** Some change their telephone in these years. */
  #corrigir(paciente: Paciente): void {
    const { agenda, sorteio, calendario } = this.mundo;
    if (!sorteio.chance(0.12)) return;
    agenda.marcar(depois(paciente.criadoEm, sorteio.entre(20, 500) * MS_POR_DIA), (em) => {
      if (paciente.ativo)
        paciente.alterar({ telefone: sortearCelular(sorteio) }, calendario.diaCivil(em), em);
    });
  }
}
