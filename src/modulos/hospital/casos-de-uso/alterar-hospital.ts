import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ArrayUnique } from 'class-validator';
import { IANAZone } from 'luxon';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Identificador, Inteiro, Lista, Logico, Opcao } from '../../../plataforma/http/campos.js';
import { paraCentavos } from '../../../plataforma/http/dinheiro.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import { substituirItens } from '../../../plataforma/registros/itens.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { CLASSES_DA_DIARIA, type ClasseDaDiaria } from '../contrato/politicas-do-hospital.js';
import { Hospital, ID_DO_HOSPITAL, type PoliticasSimples } from '../dominio/hospital.entity.js';
import { LIMITES } from '../dominio/limites.js';
import { hospitalAusente } from '../persistencia/ler-politicas.js';
import { PoliticasGuardadas } from '../persistencia/politicas-guardadas.js';
import { DiariaParticular, HospitalResposta, lerHospital } from './obter-hospital.js';

export class DadosDoHospital implements Partial<PoliticasSimples> {
  @Identificador({
    max: 64,
    opcional: true,
    exemplo: 'America/Sao_Paulo',
    descricao: 'Fuso horário do hospital (IANA).',
    normalizador: (t) => t.trim(),
    valido: (t) => IANAZone.isValidZone(t),
    mensagem: 'deve ser um fuso da IANA, como America/Sao_Paulo.',
  })
  fuso?: string;

  @Inteiro({ ...LIMITES.horaDoCenso, opcional: true, exemplo: 24 }) horaDoCenso?: number;
  @Inteiro({ ...LIMITES.horaDaVirada, opcional: true, exemplo: 12 }) horaDaVirada?: number;
  @Inteiro({ ...LIMITES.toleranciaMinutos, opcional: true, exemplo: 0 }) toleranciaMinutos?: number;
  @Opcao(CLASSES_DA_DIARIA, { opcional: true }) classeDaDiaria?: ClasseDaDiaria;
  @Logico({ opcional: true, exemplo: true }) leitoExigeLimpeza?: boolean;
  @Inteiro({ ...LIMITES.reservaHoras, opcional: true, exemplo: 2 }) reservaHoras?: number;
  @Inteiro({ ...LIMITES.reaberturaHoras, opcional: true, exemplo: 24 }) reaberturaHoras?: number;
  @Inteiro({ ...LIMITES.prazoParticularDias, opcional: true, exemplo: 30 }) prazoParticularDias?: number;

  @Lista(() => DiariaParticular, {
    max: 50,
    opcional: true,
    descricao: 'Substitui a tabela de preços inteira.',
  })
  @ArrayUnique((diaria: DiariaParticular | null) => diaria?.tipoLeito, {
    message: 'não pode repetir um tipo de leito.',
  })
  diarias?: DiariaParticular[];
}

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
