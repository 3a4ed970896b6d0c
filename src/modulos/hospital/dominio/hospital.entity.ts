import { Check, Entity, Index, PrimaryColumn } from 'typeorm';
import { Centavos, Id, Instante, Inteiro, Logico, Referencia, Texto } from '../../../banco/colunas.js';
import { semIndefinidos } from '../../../plataforma/registros/mudancas.js';
import { entre, nuloOuEntre, umDestes } from '../../../plataforma/registros/verificacoes.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../../leitos/contrato/tipos.js';
import { CLASSES_DA_DIARIA, type ClasseDaDiaria, type Politicas } from '../contrato/politicas-do-hospital.js';
import { LIMITES } from './limites.js';

/** There is one hospital. */
export const ID_DO_HOSPITAL = 1;

/** The policies that are one value each; prices are in `DiariaParticular`. */
export type PoliticasSimples = Omit<Politicas, 'diariasParticular'>;

/** Those that the environment chooses at the first start. */
export type PoliticasDoAmbiente = Pick<
  PoliticasSimples,
  'fuso' | 'horaDoCenso' | 'leitoExigeLimpeza' | 'exigeSegundoFator' | 'exigeTrocaDaSenhaInicial'
>;

/** What is in force until somebody chooses: 30 minutes idle, 12 hours in all. */
export const SESSAO_PADRAO = { sessaoInatividadeMinutos: 30, sessaoMaximaHoras: 12 } as const;

/** The hospital's own choices, with the defaults of the product at the first start. */
@Entity('hospital')
@Check('ck_hospital_unico', 'id = 1')
@Check('ck_hospital_hora_do_censo', entre('hora_do_censo', LIMITES.horaDoCenso))
@Check('ck_hospital_hora_da_virada', entre('hora_da_virada', LIMITES.horaDaVirada))
@Check('ck_hospital_tolerancia', entre('tolerancia_minutos', LIMITES.toleranciaMinutos))
@Check('ck_hospital_classe_da_diaria', umDestes('classe_da_diaria', CLASSES_DA_DIARIA))
@Check('ck_hospital_reserva', entre('reserva_horas', LIMITES.reservaHoras))
@Check('ck_hospital_reabertura', entre('reabertura_horas', LIMITES.reaberturaHoras))
@Check('ck_hospital_prazo_particular', entre('prazo_particular_dias', LIMITES.prazoParticularDias))
@Check('ck_hospital_tentativas', entre('tentativas_ate_bloquear', LIMITES.tentativasAteBloquear))
@Check(
  'ck_hospital_sessao_inatividade',
  nuloOuEntre('sessao_inatividade_minutos', LIMITES.sessaoInatividadeMinutos),
)
@Check('ck_hospital_sessao_maxima', nuloOuEntre('sessao_maxima_horas', LIMITES.sessaoMaximaHoras))
export class Hospital implements PoliticasSimples {
  @PrimaryColumn({ name: 'id', type: Number }) id!: number;
  @Texto('fuso', 64) fuso!: string;
  @Inteiro('hora_do_censo') horaDoCenso!: number;
  @Inteiro('hora_da_virada') horaDaVirada!: number;
  @Inteiro('tolerancia_minutos') toleranciaMinutos!: number;
  @Texto('classe_da_diaria', 10) classeDaDiaria!: ClasseDaDiaria;
  @Logico('leito_exige_limpeza') leitoExigeLimpeza!: boolean;
  @Inteiro('reserva_horas') reservaHoras!: number;
  @Inteiro('reabertura_horas') reaberturaHoras!: number;
  @Inteiro('prazo_particular_dias') prazoParticularDias!: number;
  @Inteiro('tentativas_ate_bloquear') tentativasAteBloquear!: number;
  @Logico('exige_segundo_fator') exigeSegundoFator!: boolean;
  @Logico('exige_troca_da_senha_inicial') exigeTrocaDaSenhaInicial!: boolean;
  @Inteiro('sessao_inatividade_minutos', { nulo: true }) sessaoInatividadeMinutos!: number;
  @Inteiro('sessao_maxima_horas', { nulo: true }) sessaoMaximaHoras!: number;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('versao') versao!: number;

  /** As it is before anybody has chosen anything: the environment's part, and the product's defaults. */
  static inicial(doAmbiente: PoliticasDoAmbiente, agora: Date): Hospital {
    const padroes: Omit<PoliticasSimples, keyof PoliticasDoAmbiente> = {
      horaDaVirada: 12,
      toleranciaMinutos: 0,
      classeDaDiaria: 'NOITE',
      reservaHoras: 2,
      reaberturaHoras: 24,
      prazoParticularDias: 30,
      tentativasAteBloquear: 10,
      ...SESSAO_PADRAO,
    };
    const { fuso, horaDoCenso, leitoExigeLimpeza, exigeSegundoFator, exigeTrocaDaSenhaInicial } = doAmbiente;
    const escolhidas = { fuso, horaDoCenso, leitoExigeLimpeza, exigeSegundoFator, exigeTrocaDaSenhaInicial };
    const marcas = { id: ID_DO_HOSPITAL, criadoEm: agora, atualizadoEm: agora, versao: 1 };
    return Object.assign(new Hospital(), padroes, escolhidas, marcas);
  }

  alterar(mudancas: Partial<PoliticasSimples>, agora: Date): void {
    Object.assign(this, semIndefinidos(mudancas), { atualizadoEm: agora, versao: this.versao + 1 });
  }
}

/** What a private patient pays for one diária in a kind of bed. */
@Entity('hospital_diarias')
@Index('uq_hospital_diarias_tipo', ['hospitalId', 'tipoLeito'], { unique: true })
@Check('ck_hospital_diarias_tipo', umDestes('tipo_leito', TIPOS_DE_LEITO))
@Check('ck_hospital_diarias_valor', 'valor >= 0')
export class DiariaDoHospital {
  @Id() id!: number;
  @Referencia('hospital_id', 'Hospital', 'fk_hospital_diarias_hospital') hospitalId!: number;
  @Texto('tipo_leito', 20) tipoLeito!: TipoDeLeito;
  @Centavos('valor') valor!: number;
}
