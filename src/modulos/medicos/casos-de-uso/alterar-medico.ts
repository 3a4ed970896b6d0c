import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PartialType } from '@nestjs/swagger';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Medico, RegistroDoMedico } from '../dominio/medico.entity.js';
import { MEDICO, REPETICOES } from '../dominio/registros-de-medicos.js';
import { gravarEspecialidades } from '../persistencia/gravar-especialidades.js';
import { DadosDoMedico } from './cadastrar-medico.js';
import { procurarHomonimos } from '../persistencia/procurar-homonimos.js';
import { lerMedico, type MedicoComAvisos } from './obter-medico.js';

/**
 * Absent keeps; null clears what is optional; `especialidadeIds` replaces the whole list; council, number
 * and UF correct the main registration.
 */
@ExemploDoCorpo({ telefone: '(11) 98765-4321', horarioAtendimento: 'INTEGRAL' })
export class AlteracaoDoMedico extends PartialType(DadosDoMedico, { skipNullProperties: false }) {}

export class AlterarMedico extends Command<MedicoComAvisos> {
  constructor(
    readonly id: number,
    readonly dados: AlteracaoDoMedico,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AlterarMedico)
export class AlterarMedicoHandler implements ICommandHandler<AlterarMedico> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados }: AlterarMedico): Promise<MedicoComAvisos> {
    const { especialidadeIds, conselho, numeroConselho, ufConselho, ...mudancas } = dados;
    return this.unidade.executar(async (tx) => {
      if (!temMudancas(dados)) return { ...(await lerMedico(this.leitura, id)), avisos: [] };
      const medico = await carregarTravado(tx, Medico, id, () => MEDICO.inexistente(id));
      const principal = await tx.gerente.findOneByOrFail(RegistroDoMedico, { medicoPrincipalId: id });
      medico.alterar(mudancas, this.relogio.agora());
      principal.corrigir({ conselho, numeroConselho, ufConselho });
      await seDuplicar(REPETICOES, () => tx.gerente.save([medico, principal]));
      if (especialidadeIds !== undefined) await gravarEspecialidades(tx, id, especialidadeIds ?? []);
      return {
        ...(await lerMedico(this.leitura, id)),
        avisos: dados.nome === undefined ? [] : await procurarHomonimos(this.leitura, medico),
      };
    });
  }
}
