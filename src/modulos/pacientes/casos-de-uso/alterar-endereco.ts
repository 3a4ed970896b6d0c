import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PartialType } from '@nestjs/swagger';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { cederPrincipal, enderecoDoPaciente, travarDono } from '../persistencia/gravar-endereco.js';
import { DadosDoNovoEndereco } from './acrescentar-endereco.js';
import { type EnderecoResposta, lerEndereco } from './obter-endereco.js';

/** Absent keeps; null clears the complement; `principal` true takes the place of the present main one. */
@ExemploDoCorpo({ complemento: 'Apto 12' })
export class AlteracaoDoEndereco extends PartialType(DadosDoNovoEndereco, { skipNullProperties: false }) {}

/** Corrects an address, or makes it the main one. Who moved gets a new address instead. */
export class AlterarEndereco extends Command<EnderecoResposta> {
  constructor(
    readonly pacienteId: number,
    readonly id: number,
    readonly dados: AlteracaoDoEndereco,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AlterarEndereco)
export class AlterarEnderecoHandler implements ICommandHandler<AlterarEndereco> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ pacienteId, id, dados }: AlterarEndereco): Promise<EnderecoResposta> {
    const { principal, ...postais } = dados;
    return this.unidade.executar(async (tx) => {
      if (!temMudancas(dados)) return lerEndereco(this.leitura, pacienteId, id);
      const agora = this.relogio.agora();
      await travarDono(tx, pacienteId, agora);
      const endereco = await enderecoDoPaciente(tx, pacienteId, id);
      if (principal === false) endereco.exigirQueNaoSejaPrincipal();
      if (principal === true && !endereco.principal) {
        endereco.tornarPrincipal();
        await cederPrincipal(tx, pacienteId, agora);
      }
      endereco.corrigir(postais, agora);
      await tx.gerente.save(endereco);
      return lerEndereco(this.leitura, pacienteId, id);
    });
  }
}
