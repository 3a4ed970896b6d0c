import { AcessoDeDemonstracao } from '../../modulos/acesso/dominio/acesso-de-demonstracao.entity.js';
import { SetorDoUsuario } from '../../modulos/acesso/dominio/setor-do-usuario.entity.js';
import { PapelDoUsuario, Usuario } from '../../modulos/acesso/dominio/usuario.entity.js';
import type { Papel } from '../../plataforma/seguranca/autor.js';
import { ACESSOS } from '../acessos.js';
import { VITRINE } from '../vitrine.js';
import { IDS_DOS_USUARIOS, tomado } from './autores.js';
import type { Mundo } from './mundo.js';
import { SETOR } from './setores.js';

const NOMES: Readonly<Record<Exclude<Papel, 'MEDICO' | 'PACIENTE'>, string>> = {
  ADMIN: 'Administração do Sistema',
  GESTAO: 'Renata Siqueira Toledo',
  ENFERMAGEM: 'Rosana Vilela',
  RECEPCAO: 'Camila Duarte Neves',
  FARMACIA: 'Otávio Pinheiro Leal',
  FATURAMENTO: 'Simone Figueiredo Rocha',
  AUDITOR: 'Edson Camargo Maia',
};

interface DadosDosUsuarios {
  readonly senhaHash: string;
  readonly nomeDoPaciente: string;
  readonly nomeDoMedico: string;
}

/** One login a role, all with the same password, and all of them for this machine only. */
export function cadastrarUsuarios({ acervo, inauguracao, adminEmail }: Mundo, dados: DadosDosUsuarios): void {
  const { senhaHash, nomeDoPaciente, nomeDoMedico } = dados;
  const nomes: Readonly<Record<Papel, string>> = { ...NOMES, PACIENTE: nomeDoPaciente, MEDICO: nomeDoMedico };
  for (const { papel, email } of ACESSOS) {
    if (tomado(email, adminEmail)) continue;
    const nome = nomes[papel];
    const pacienteId = papel === 'PACIENTE' ? VITRINE.paciente.livre : null;
    const medicoId = papel === 'MEDICO' ? VITRINE.medico : null;
    const usuario = Usuario.novo({ nome, email, senhaHash, pacienteId, medicoId }, inauguracao);
    acervo.guardar(Usuario, Object.assign(usuario, { id: IDS_DOS_USUARIOS[papel] }));
    acervo.incluir(PapelDoUsuario, { usuarioId: usuario.id, papel });
    acervo.incluir(AcessoDeDemonstracao, { usuarioId: usuario.id });
    // Without a setor the pharmacy would reach nobody; nurses without one are of the whole house.
    if (papel === 'FARMACIA')
      for (const setorId of Object.values(SETOR))
        acervo.incluir(SetorDoUsuario, { usuarioId: usuario.id, setorId });
  }
}
