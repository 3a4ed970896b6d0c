import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { OmitType, PartialType } from '@nestjs/swagger';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import { substituirItens } from '../../../plataforma/registros/itens.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import type { Autor, Papel } from '../../../plataforma/seguranca/autor.js';
import { senhaDeNinguem } from '../../../plataforma/seguranca/senhas.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { LeituraDeMedicos } from '../../medicos/contrato/leitura-de-medicos.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { RedefinicaoPedida } from '../contrato/eventos.js';
import { REPETICOES, USUARIO } from '../dominio/registro-de-usuarios.js';
import { Usuario } from '../dominio/usuario.entity.js';
import { exigirOutroAdministrador } from '../persistencia/administradores.js';
import { trocarSenha } from '../persistencia/contas-no-banco.js';
import { anularTokens, encerrarAcessos } from '../persistencia/encerrar-acessos.js';
import { gravarSetores } from '../persistencia/gravar-setores.js';
import { exigirUsuario, type UsuarioResposta } from '../persistencia/ler-usuario.js';
import { SegundosFatores } from '../persistencia/segundos-fatores.js';
import { DadosDeUsuario } from './criar-usuario.js';

/** Absent keeps; null unlinks; `papeis` and `setorIds` are whole lists. The password is its owner's business. */
@ExemploDoCorpo({ nome: 'Ana Souza Lima', papeis: ['RECEPCAO', 'FATURAMENTO'] })
export class AlteracaoDeUsuario extends PartialType(OmitType(DadosDeUsuario, ['senha']), {
  skipNullProperties: false,
}) {}

export class AlterarUsuario extends Command<UsuarioResposta> {
  constructor(
    readonly id: number,
    readonly dados: AlteracaoDeUsuario,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AlterarUsuario)
export class AlterarUsuarioHandler implements ICommandHandler<AlterarUsuario> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly pacientes: PacientesDaInternacao,
    private readonly medicos: LeituraDeMedicos,
    private readonly segundosFatores: SegundosFatores,
  ) {}

  execute({ id, dados }: AlterarUsuario): Promise<UsuarioResposta> {
    const { papeis, setorIds, ...mudancas } = dados;
    return this.unidade.executar(async (tx) => {
      if (!temMudancas(dados)) return exigirUsuario(this.leitura, id);
      // The patient first, as everybody holds them.
      if (typeof dados.pacienteId === 'number') await this.pacientes.travar(dados.pacienteId);
      if (typeof dados.medicoId === 'number') await this.medicos.exigirAtivo(dados.medicoId, 'medicoId');
      if (papeis && !papeis.includes('ADMIN')) await exigirOutroAdministrador(tx, id);
      const usuario = await carregarTravado(tx, Usuario, id, () => USUARIO.inexistente(id));
      if (usuario.aguardaVerificacaoDesde !== null) exigirSoIdentificacao(dados);
      const antes = await exigirUsuario(this.leitura, id);
      usuario.alterar(mudancas, this.relogio.agora());
      await seDuplicar(REPETICOES, () => tx.gerente.save(usuario));
      if (papeis)
        await substituirItens(
          tx,
          'usuarios_papeis',
          ['usuario_id', id],
          papeis.map((papel) => ({ papel })),
        );
      if (setorIds) await gravarSetores(tx, id, setorIds);
      // Of who signed up before it was marked nobody knows: they were patients until now.
      const deCadastro = usuario.senhaDeCadastro ?? !daEquipe(antes.papeis);
      if (deCadastro && papeis && daEquipe(papeis)) await this.#anularSenhaDoCadastro(tx, usuario);
      const depois = await exigirUsuario(this.leitura, id);
      if (oQueOTokenDiz(antes) !== oQueOTokenDiz(depois)) await anularTokens(tx, id);
      return depois;
    });
  }

  /**
   * The password of a sign-up may be a stranger's, who used somebody's address and had it confirmed by mistake: before
   * the account reaches what the staff does, its owner chooses another, with a code that goes to the mailbox, and
   * registers a second factor of their own.
   */
  async #anularSenhaDoCadastro(tx: Transacao, { id, versao }: Usuario): Promise<void> {
    await trocarSenha(tx, id, senhaDeNinguem(), this.relogio.agora());
    await this.segundosFatores.encerrar(tx, id, 'A senha do cadastro foi anulada.');
    await encerrarAcessos(tx, id, { motivo: 'SENHA' });
    tx.registrar(
      new RedefinicaoPedida(
        { tipo: 'usuario', id, versao: versao + 1 },
        { usuarioId: id, senhaAnulada: true },
      ),
    );
  }
}

/**
 * Whose mailbox it is nobody has shown yet, and whoever signed up chose the password: what the account reaches does not
 * grow, or a stranger who used the address of somebody of the staff would wait for it.
 */
function exigirSoIdentificacao({ papeis, pacienteId, medicoId, setorIds }: AlteracaoDeUsuario): void {
  const [campo] =
    Object.entries({ papeis, pacienteId, medicoId, setorIds }).find(([, v]) => (v ?? null) !== null) ?? [];
  if (campo === undefined) return;
  throw conflito(
    'ACESSO.CONTA_NAO_CONFIRMADA',
    'Quem abriu esta conta ainda não confirmou o e-mail, e pode não ser o dono dele. Espere a confirmação; ou mude o ' +
      'e-mail desta conta, e crie outra com o endereço que ficou livre.',
    campo,
  );
}

const daEquipe = (papeis: readonly Papel[]): boolean => papeis.some((papel) => papel !== 'PACIENTE');

/** What a token says of somebody: one that says otherwise than the register is void. */
const oQueOTokenDiz = ({ papeis, pacienteId, medicoId }: UsuarioResposta): string =>
  [papeis.join(), pacienteId, medicoId].join(';');
