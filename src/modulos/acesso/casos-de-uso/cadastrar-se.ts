import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { Dia, Email, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { Cpf } from '../../../plataforma/identificadores/campos.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Senha } from '../campos-de-acesso.js';
import { exigirSenhaBoa, MENOR_SENHA } from '../dominio/senha-boa.js';
import { receberPedido } from '../persistencia/pedidos-no-banco.js';
import { TentativasDeEntrada } from '../tentativas-de-entrada.js';

export class DadosDoCadastro {
  @Texto({ max: 150, exemplo: 'Maria da Silva Pereira', descricao: 'Nome civil.' }) nome!: string;
  @Email({
    exemplo: 'maria@exemplo.com.br',
    descricao: 'Com que a pessoa vai entrar; é para ele que vai a confirmação.',
  })
  email!: string;
  @Senha({ min: MENOR_SENHA, exemplo: 'uma frase que só eu sei', descricao: 'A senha com que vai entrar.' })
  senha!: string;
  @Cpf({
    exemplo: '111.444.777-35',
    opcional: true,
    nulo: true,
    descricao:
      'Confirmado o e-mail, a conta é ligada ao registro de paciente que já tem este CPF, este nascimento e este e-mail; ' +
      'não havendo um, quem a liga é a recepção.',
  })
  cpf?: string | null;
  @Dia({ opcional: true, nulo: true, exemplo: '1980-02-29', descricao: 'Data de nascimento.' })
  dataNascimento?: string | null;
}

export class CadastroResposta {
  @Email({ exemplo: 'maria@exemplo.com.br', descricao: 'Para onde vai a confirmação, se couber.' })
  email!: string;
  @Opcao(['AGUARDANDO_VERIFICACAO'], { descricao: 'A mesma para qualquer e-mail, conhecido ou não.' })
  situacao!: 'AGUARDANDO_VERIFICACAO';
}

/** Somebody unknown wants an account of their own, as a patient. */
export class CadastrarSe extends Command<CadastroResposta> {
  constructor(readonly dados: DadosDoCadastro) {
    super();
  }
}

/**
 * The same work whoever has the address: one look, one password verified, one hashed, one request written down.
 * What becomes of it is decided after the answer (`AtenderPedido`).
 */
@CommandHandler(CadastrarSe)
export class CadastrarSeHandler implements ICommandHandler<CadastrarSe> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly senhas: Senhas,
    private readonly relogio: Relogio,
    private readonly ambiente: Ambiente,
    private readonly tentativas: TentativasDeEntrada,
  ) {}

  async execute({ dados }: CadastrarSe): Promise<CadastroResposta> {
    await this.tentativas.limitarPedidos('cadastro');
    const { nome, email, senha, cpf = null, dataNascimento = null } = dados;
    exigirSenhaBoa(senha, { nome, email, hospital: this.ambiente.correio.nomeDoRemetente });
    const repeteSenha = await this.senhas.confere(senha, await this.#senhaDeQuemEspera(email));
    const senhaHash = await this.senhas.gerar(senha);
    const cadastro = { nome, senhaHash, repeteSenha, cpf, dataNascimento };
    await this.unidade.executar((tx) => receberPedido(tx, 'CADASTRO', email, this.relogio.agora(), cadastro));
    return { email, situacao: 'AGUARDANDO_VERIFICACAO' };
  }

  /** Two sign-ups at one address before it is confirmed are one person's when both chose the same password. */
  async #senhaDeQuemEspera(email: string): Promise<string | null> {
    const linha = await this.leitura.obter(
      'SELECT senha_hash FROM usuarios WHERE email = ? AND aguarda_verificacao_desde IS NOT NULL',
      [email],
    );
    return linha && texto(linha.senha_hash);
  }
}
