import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Rota } from '../../plataforma/http/rota.js';
import { CadastrarSe, CadastroResposta, DadosDoCadastro } from './casos-de-uso/cadastrar-se.js';
import { EnderecoDaConta, PedirCodigo } from './casos-de-uso/pedir-codigo.js';
import { DadosDaRedefinicao, RedefinirSenha } from './casos-de-uso/redefinir-senha.js';
import { CodigoDaVerificacao, VerificarEmail } from './casos-de-uso/verificar-email.js';

const EM_SEGREDO = 'A resposta é a mesma, e demora o mesmo, exista ou não uma conta com este e-mail.';

/** What people do about their own accounts before they are inside. All of it is open: whatever limits it goes here. */
@ApiTags('Acesso')
@Controller('auth')
export class ContaPropriaController {
  constructor(private readonly comandos: CommandBus) {}

  @Post('cadastro')
  @Rota({
    resumo: 'Cadastra-se como paciente',
    descricao:
      'Envia ao e-mail o código que confirma a conta; antes disso não se entra (403 `ACESSO.EMAIL_NAO_VERIFICADO`). ' +
      `${EM_SEGREDO} A conta é ligada ao registro de paciente que já tem o mesmo CPF, nascimento e e-mail; senão, na recepção.`,
    acesso: 'publico',
    sigilosa: true,
    auditoria: { acao: 'acesso.cadastrar-se' },
    responde: CadastroResposta,
    forma: 'criado',
    local: '/v1/auth/eu',
    erros: [422, 429],
  })
  cadastrar(@Body() dados: DadosDoCadastro) {
    return this.comandos.execute(new CadastrarSe(dados));
  }

  @Post('verificar-email')
  @Rota({
    resumo: 'Confirma o e-mail com o código recebido',
    descricao: 'O código vale 24 horas e uma vez; a recusa (422 `ACESSO.CODIGO_INVALIDO`) é uma só.',
    acesso: 'publico',
    sigilosa: true,
    auditoria: 'propria',
    forma: 'vazio',
    erros: [422],
  })
  verificar(@Body() dados: CodigoDaVerificacao) {
    return this.comandos.execute(new VerificarEmail(dados));
  }

  @Post('reenviar-verificacao')
  @Rota({
    resumo: 'Pede de novo o e-mail de confirmação',
    descricao: `${EM_SEGREDO} No máximo três por hora.`,
    acesso: 'publico',
    sigilosa: true,
    auditoria: { acao: 'acesso.reenviar-verificacao' },
    forma: 'vazio',
    erros: [422, 429],
  })
  reenviar(@Body() dados: EnderecoDaConta) {
    return this.comandos.execute(new PedirCodigo('REENVIO', dados));
  }

  @Post('esqueci-senha')
  @Rota({
    resumo: 'Pede o código para escolher outra senha',
    descricao: `${EM_SEGREDO} No máximo três por hora.`,
    acesso: 'publico',
    sigilosa: true,
    auditoria: { acao: 'acesso.esqueci-senha' },
    forma: 'vazio',
    erros: [422, 429],
  })
  esqueci(@Body() dados: EnderecoDaConta) {
    return this.comandos.execute(new PedirCodigo('REDEFINICAO', dados));
  }

  @Post('redefinir-senha')
  @Rota({
    resumo: 'Escolhe outra senha com o código recebido',
    descricao:
      'O código vale 10 minutos e uma vez; a recusa (422 `ACESSO.CODIGO_INVALIDO`) é uma só. Todas as sessões da conta ' +
      'terminam, e é preciso entrar com a nova senha.',
    acesso: 'publico',
    sigilosa: true,
    auditoria: 'propria',
    forma: 'vazio',
    erros: [422, 429],
  })
  redefinir(@Body() dados: DadosDaRedefinicao) {
    return this.comandos.execute(new RedefinirSenha(dados));
  }
}
