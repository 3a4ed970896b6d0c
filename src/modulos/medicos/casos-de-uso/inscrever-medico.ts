import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Logico } from '../../../plataforma/http/campos.js';
import { NumeroConselho, SiglaDoConselho, Uf } from '../../../plataforma/identificadores/campos.js';
import type { Conselho, Uf as SiglaDaUf } from '../../../plataforma/identificadores/conselho.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import type { Inscricao } from '../dominio/inscricao.js';
import { Medico, RegistroDoMedico } from '../dominio/medico.entity.js';
import { MEDICO, REPETICOES } from '../dominio/registros-de-medicos.js';
import { lerMedico, type MedicoResposta } from './obter-medico.js';

export class DadosDaInscricao implements Inscricao {
  @SiglaDoConselho() conselho!: Conselho;
  @NumeroConselho({ exemplo: '54321' }) numeroConselho!: string;
  @Uf({ exemplo: 'RJ', descricao: 'UF da inscrição.' }) ufConselho!: SiglaDaUf;
  @Logico({ opcional: true, exemplo: false, descricao: 'Se passa a ser a inscrição principal.' })
  principal?: boolean;
}

/** One more registration of the same professional: another state, another council. */
export class InscreverMedico extends Command<MedicoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDaInscricao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(InscreverMedico)
export class InscreverMedicoHandler implements ICommandHandler<InscreverMedico> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados: { principal = false, ...inscricao } }: InscreverMedico): Promise<MedicoResposta> {
    return this.unidade.executar(async (tx) => {
      const agora = this.relogio.agora();
      const medico = await carregarTravado(tx, Medico, id, () => MEDICO.inexistente(id));
      const registro = RegistroDoMedico.inscrever(id, inscricao, principal, agora);
      if (principal)
        await tx.executar(
          'UPDATE medicos_registros SET medico_principal_id = NULL WHERE medico_principal_id = ?',
          [id],
        );
      medico.alterar({}, agora);
      await seDuplicar(REPETICOES, () => tx.gerente.save([medico, registro]));
      return lerMedico(this.leitura, id);
    });
  }
}
