import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import { MotivoDaInativacao } from '../../plataforma/registros/inativacao.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { AlteracaoDoSetor, AlterarSetor } from './casos-de-uso/alterar-setor.js';
import { CadastrarSetor, DadosDoSetor } from './casos-de-uso/cadastrar-setor.js';
import { InativarSetor } from './casos-de-uso/inativar-setor.js';
import { ConsultaDeSetores, ListarSetores } from './casos-de-uso/listar-setores.js';
import { ObterSetor, SetorResposta } from './casos-de-uso/obter-setor.js';
import { ReativarSetor } from './casos-de-uso/reativar-setor.js';
import { CADASTRA, EQUIPE } from './perfis.js';

@ApiTags('Setores')
@Controller('setores')
export class SetoresController {
  constructor(
    private readonly comandos: CommandBus,
    private readonly consultas: QueryBus,
  ) {}

  @Post()
  @Rota({
    resumo: 'Cadastra um setor',
    acesso: CADASTRA,
    responde: SetorResposta,
    forma: 'criado',
    erros: [422],
  })
  cadastrar(@Body() dados: DadosDoSetor, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new CadastrarSetor(dados, autor));
  }

  @Get()
  @Rota({
    resumo: 'Lista os setores, por nome',
    acesso: EQUIPE,
    alvo: 'livre',
    responde: SetorResposta,
    forma: 'lista',
  })
  listar(@Query() consulta: ConsultaDeSetores) {
    return this.consultas.execute(new ListarSetores(consulta));
  }

  @Get(':id')
  @Rota({
    resumo: 'Mostra um setor',
    acesso: EQUIPE,
    alvo: 'livre',
    responde: SetorResposta,
    versao: 'setores',
    erros: [404],
  })
  obter(@IdDaRota() id: number) {
    return this.consultas.execute(new ObterSetor(id));
  }

  @Patch(':id')
  @Rota({
    resumo: 'Altera um setor',
    acesso: CADASTRA,
    responde: SetorResposta,
    versao: 'setores',
    erros: [404, 422],
  })
  alterar(@IdDaRota() id: number, @Body() dados: AlteracaoDoSetor, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new AlterarSetor(id, dados, autor));
  }

  @Post(':id/inativar')
  @Rota({
    resumo: 'Inativa um setor',
    descricao: 'Só quando todos os seus leitos estão desativados.',
    acesso: CADASTRA,
    responde: SetorResposta,
    versao: 'setores',
    erros: [404, 409, 422],
  })
  inativar(
    @IdDaRota('id', { exemplo: 9 }) id: number,
    @Body() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarSetor(id, dados, autor));
  }

  @Delete(':id')
  @Rota({
    resumo: 'Inativa um setor',
    descricao: 'O mesmo que `inativar`: nada é apagado.',
    acesso: CADASTRA,
    responde: SetorResposta,
    versao: 'setores',
    erros: [404, 409],
  })
  excluir(
    @IdDaRota('id', { exemplo: 9 }) id: number,
    @Query() dados: MotivoDaInativacao,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new InativarSetor(id, dados, autor));
  }

  @Post(':id/reativar')
  @Rota({
    resumo: 'Reativa um setor',
    acesso: CADASTRA,
    responde: SetorResposta,
    versao: 'setores',
    erros: [404, 409],
  })
  reativar(@IdDaRota('id', { exemplo: 9 }) id: number, @AutorAtual() autor: Autor) {
    return this.comandos.execute(new ReativarSetor(id, autor));
  }
}
