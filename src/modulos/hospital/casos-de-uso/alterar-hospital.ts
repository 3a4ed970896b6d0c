import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ArrayUnique } from 'class-validator';
import { IANAZone } from 'luxon';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Identificador, Inteiro, Lista, Logico, Opcao } from '../../../plataforma/http/campos.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
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

@ExemploDoCorpo({ reservaHoras: 4, classeDaDiaria: 'NOITE' })
export class DadosDoHospital implements Partial<PoliticasSimples> {
  @Identificador({
    max: 64,
    formato: 'fuso-horario',
    opcional: true,
    exemplo: 'America/Sao_Paulo',
    descricao: 'Fuso horário do hospital (IANA).',
    normalizador: (t) => t.trim(),
    valido: (t) => IANAZone.isValidZone(t),
    mensagem: 'deve ser um fuso da IANA, como America/Sao_Paulo.',
  })
  fuso?: string;

  @Inteiro({
    ...LIMITES.horaDoCenso,
    opcional: true,
    exemplo: 24,
    descricao: 'Hora em que o censo fecha, de 1 a 24; 24 é meia-noite.',
  })
  horaDoCenso?: number;
  @Inteiro({
    ...LIMITES.horaDaVirada,
    opcional: true,
    exemplo: 12,
    descricao: 'Hora a partir da qual o dia da saída é cobrado.',
  })
  horaDaVirada?: number;
  @Inteiro({
    ...LIMITES.toleranciaMinutos,
    opcional: true,
    exemplo: 0,
    descricao: 'Tolerância depois da virada, em minutos.',
  })
  toleranciaMinutos?: number;
  @Opcao(CLASSES_DA_DIARIA, { opcional: true, descricao: 'Qual leito do dia dá a classe da diária.' })
  classeDaDiaria?: ClasseDaDiaria;
  @Logico({
    opcional: true,
    exemplo: true,
    descricao: 'Se o leito desocupado passa por limpeza antes de ficar livre.',
  })
  leitoExigeLimpeza?: boolean;
  @Inteiro({
    ...LIMITES.reservaHoras,
    opcional: true,
    exemplo: 2,
    descricao: 'Por quantas horas vale uma reserva de leito.',
  })
  reservaHoras?: number;
  @Inteiro({
    ...LIMITES.reaberturaHoras,
    opcional: true,
    exemplo: 24,
    descricao: 'Até quantas horas depois da saída uma internação pode ser reaberta.',
  })
  reaberturaHoras?: number;
  @Inteiro({
    ...LIMITES.prazoParticularDias,
    opcional: true,
    exemplo: 30,
    descricao: 'Prazo de pagamento dos particulares, em dias.',
  })
  prazoParticularDias?: number;
  @Inteiro({
    ...LIMITES.tentativasAteBloquear,
    opcional: true,
    exemplo: 10,
    descricao: 'Depois de quantas tentativas erradas seguidas ninguém mais entra numa conta, por uma hora.',
  })
  tentativasAteBloquear?: number;
  @Logico({
    opcional: true,
    exemplo: false,
    descricao: 'Se a equipe (todos menos quem só é PACIENTE) só entra com o segundo fator.',
  })
  exigeSegundoFator?: boolean;
  @Logico({
    opcional: true,
    exemplo: false,
    descricao: 'Se a senha dada por um administrador deve ser trocada ao entrar.',
  })
  exigeTrocaDaSenhaInicial?: boolean;

  @Inteiro({
    ...LIMITES.sessaoInatividadeMinutos,
    opcional: true,
    exemplo: 30,
    descricao: 'Minutos sem renovar depois dos quais uma sessão termina.',
  })
  sessaoInatividadeMinutos?: number;
  @Inteiro({
    ...LIMITES.sessaoMaximaHoras,
    opcional: true,
    exemplo: 12,
    descricao: 'Horas que uma sessão dura no máximo, mesmo renovada; vale para as que começarem depois.',
  })
  sessaoMaximaHoras?: number;

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
