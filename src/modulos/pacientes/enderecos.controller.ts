import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import { MotivoDaInativacao } from '../../plataforma/registros/inativacao.js';
import type { Autor, Papel } from '../../plataforma/seguranca/autor.js';
import { AcrescentarEndereco, DadosDoNovoEndereco } from './casos-de-uso/acrescentar-endereco.js';
import { AlteracaoDoEndereco, AlterarEndereco } from './casos-de-uso/alterar-endereco.js';
import { InativarEndereco } from './casos-de-uso/inativar-endereco.js';
import { ConsultaDeEnderecos, ListarEnderecos } from './casos-de-uso/listar-enderecos.js';
import { EnderecoResposta, ObterEndereco } from './casos-de-uso/obter-endereco.js';
import { ReativarEndereco } from './casos-de-uso/reativar-endereco.js';

const QUEM: readonly Papel[] = ['RECEPCAO', 'ENFERMAGEM', 'MEDICO', 'PACIENTE'];
const alvo = 'paciente';
/** An address of a patient, as every route on one declares it. */
const UM = {
  acesso: QUEM,
  alvo,
  responde: EnderecoResposta,
  versao: 'enderecos',
  pai: 'paciente_id',
} as const;

@ApiTags('Pacientes')
@Controller('pacientes/:id/enderecos')
export class EnderecosController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Get()
  @Rota({
    resumo: 'Lista os endereços de um paciente',
    acesso: QUEM,
    alvo,
    responde: EnderecoResposta,
    forma: 'lista',
    erros: [404],
  })
  listar(@IdDaRota() id: number, @Query() consulta: ConsultaDeEnderecos) {
    return this.consultas.execute(new ListarEnderecos(id, consulta));
  }

  @Get(':enderecoId')
  @Rota({ ...UM, resumo: 'Mostra um endereço de um paciente', erros: [404] })
  obter(@IdDaRota() id: number, @IdDaRota('enderecoId') enderecoId: number) {
    return this.consultas.execute(new ObterEndereco(id, enderecoId));
  }

  @Post()
  @Rota({
    resumo: 'Acrescenta um endereço a um paciente',
    descricao:
      'O primeiro é o principal; um novo com `principal` toma o lugar do anterior, que continua em uso.',
    acesso: QUEM,
    alvo,
    responde: EnderecoResposta,
    forma: 'criado',
    erros: [404, 422],
  })
  acrescentar(@IdDaRota() id: number, @Body() dados: DadosDoNovoEndereco, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AcrescentarEndereco(id, dados, autor));
  }

  @Patch(':enderecoId')
  @Rota({
    ...UM,
    resumo: 'Corrige um endereço de um paciente, ou o torna o principal',
    descricao: 'Só muda o que for enviado; null limpa o complemento. Para quem se mudou, acrescente outro.',
    erros: [404, 409, 422],
  })
  alterar(
    @IdDaRota() id: number,
    @IdDaRota('enderecoId') enderecoId: number,
    @Body() dados: AlteracaoDoEndereco,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new AlterarEndereco(id, enderecoId, dados, autor));
  }

  @Post(':enderecoId/inativar')
  @Rota({
    ...UM,
    resumo: 'Tira um endereço de um paciente de uso',
    descricao: 'O principal só sai quando é o último em uso: torne outro o principal antes.',
    erros: [404, 409, 422],
  })
  inativar(
    @IdDaRota() id: number,
    @IdDaRota('enderecoId') enderecoId: number,
    @Body() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarEndereco(id, enderecoId, dados, autor));
  }

  @Delete(':enderecoId')
  @Rota({ ...UM, resumo: 'Tira um endereço de uso (o mesmo que inativar)', erros: [404, 409] })
  excluir(
    @IdDaRota('id', { exemplo: 2 }) id: number,
    @IdDaRota('enderecoId', { exemplo: 2 }) enderecoId: number,
    @Query() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarEndereco(id, enderecoId, dados, autor));
  }

  @Post(':enderecoId/reativar')
  @Rota({
    ...UM,
    resumo: 'Devolve um endereço de um paciente ao uso',
    descricao: 'Volta como o principal, se o paciente não tem outro em uso.',
    erros: [404, 409],
  })
  reativar(@IdDaRota() id: number, @IdDaRota('enderecoId') enderecoId: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ReativarEndereco(id, enderecoId, autor));
  }
}
