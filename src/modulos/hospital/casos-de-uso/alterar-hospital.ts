import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { paraCentavos } from '../../../plataforma/http/dinheiro.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import { substituirItens } from '../../../plataforma/registros/itens.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import type { DadosDoHospital } from '../dados-do-hospital.js';
import { Hospital, ID_DO_HOSPITAL } from '../dominio/hospital.entity.js';
import { hospitalAusente } from '../persistencia/ler-politicas.js';
import { PoliticasGuardadas } from '../persistencia/politicas-guardadas.js';
import { type HospitalResposta, lerHospital } from './obter-hospital.js';

/** Changes the policies given; the others stay. */
export class AlterarHospital extends Command<HospitalResposta> {
  constructor(
    readonly dados: DadosDoHospital,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AlterarHospital)
export class AlterarHospitalHandler implements ICommandHandler<AlterarHospital> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly politicas: PoliticasGuardadas,
  ) {}

  execute({ dados }: AlterarHospital): Promise<HospitalResposta> {
    const { diarias, ...simples } = dados;
    return this.unidade.executar(async (tx) => {
      if (!temMudancas(dados)) return lerHospital(this.leitura);
      const hospital = await carregarTravado(tx, Hospital, ID_DO_HOSPITAL, hospitalAusente);
      hospital.alterar(simples, this.relogio.agora());
      await tx.gerente.save(hospital);
      if (diarias)
        await substituirItens(
          tx,
          'hospital_diarias',
          ['hospital_id', ID_DO_HOSPITAL],
          diarias.map(({ tipoLeito, valor }) => ({ tipo_leito: tipoLeito, valor: paraCentavos(valor) })),
        );
      tx.aoConfirmar(() => this.politicas.esquecer());
      return lerHospital(this.leitura);
    });
  }
}
