import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inteiro } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { Dinheiro, Inteiro, Lista, Logico, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { SoPara } from '../../../plataforma/http/clinico.js';
import { paraReais } from '../../../plataforma/http/dinheiro.js';
import type { Papel } from '../../../plataforma/seguranca/autor.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../../leitos/contrato/tipos.js';
import { CLASSES_DA_DIARIA, type ClasseDaDiaria } from '../contrato/politicas-do-hospital.js';
import { ID_DO_HOSPITAL, type PoliticasSimples } from '../dominio/hospital.entity.js';
import { lerPoliticas } from '../persistencia/ler-politicas.js';

/** One price of the hospital's own table. */
export class DiariaParticular {
  @Opcao(TIPOS_DE_LEITO, { descricao: 'Tipo de leito.' }) tipoLeito!: TipoDeLeito;
  @Dinheiro({ descricao: 'Valor de uma diária, em reais.' }) valor!: number;
}

/** Who reads how people enter: to whoever would enter in their place it tells what to try. */
const DA_ENTRADA: readonly Papel[] = ['GESTAO', 'AUDITOR'];

export class HospitalResposta implements PoliticasSimples {
  @Texto({ max: 64, exemplo: 'America/Sao_Paulo', descricao: 'Fuso horário do hospital (IANA).' })
  fuso!: string;
  @Inteiro({ min: 1, exemplo: 24, descricao: 'Hora em que o censo fecha, de 1 a 24; 24 é meia-noite.' })
  horaDoCenso!: number;
  @Inteiro({ min: 0, exemplo: 12, descricao: 'Hora a partir da qual o dia da saída é cobrado.' })
  horaDaVirada!: number;
  @Inteiro({ min: 0, exemplo: 0, descricao: 'Tolerância depois da virada, em minutos.' })
  toleranciaMinutos!: number;
  @Opcao(CLASSES_DA_DIARIA, {
    descricao:
      'Qual leito do dia dá a classe da diária: o do fim do dia, o da hora da virada ou o mais caro.',
  })
  classeDaDiaria!: ClasseDaDiaria;
  @Logico({ exemplo: true, descricao: 'Se o leito desocupado passa por limpeza antes de ficar livre.' })
  leitoExigeLimpeza!: boolean;
  @Inteiro({ min: 1, exemplo: 2, descricao: 'Por quantas horas vale uma reserva de leito.' })
  reservaHoras!: number;
  @Inteiro({
    min: 0,
    exemplo: 24,
    descricao: 'Até quantas horas depois da saída uma internação pode ser reaberta.',
  })
  reaberturaHoras!: number;
  @Inteiro({ min: 0, exemplo: 30, descricao: 'Prazo de pagamento dos particulares, em dias.' })
  prazoParticularDias!: number;
  @SoPara(...DA_ENTRADA)
  @Inteiro({
    min: 3,
    exemplo: 10,
    descricao: 'Depois de quantas tentativas erradas seguidas ninguém mais entra numa conta, por uma hora.',
  })
  tentativasAteBloquear!: number;
  @SoPara(...DA_ENTRADA)
  @Logico({ exemplo: false, descricao: 'Se a equipe só entra com o segundo fator.' })
  exigeSegundoFator!: boolean;
  @SoPara(...DA_ENTRADA)
  @Logico({ exemplo: false, descricao: 'Se a senha dada por um administrador deve ser trocada ao entrar.' })
  exigeTrocaDaSenhaInicial!: boolean;
  @SoPara(...DA_ENTRADA)
  @Inteiro({
    min: 5,
    exemplo: 30,
    descricao: 'Minutos sem renovar depois dos quais uma sessão termina.',
  })
  sessaoInatividadeMinutos!: number;
  @SoPara(...DA_ENTRADA)
  @Inteiro({ min: 1, exemplo: 12, descricao: 'Horas que uma sessão dura no máximo, mesmo renovada.' })
  sessaoMaximaHoras!: number;
  @Lista(() => DiariaParticular, { descricao: 'Tabela de preços para particulares.' })
  diarias!: DiariaParticular[];
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Aumenta a cada mudança; é o que o `ETag` traz.' })
  versao!: number;
}

export class ObterHospital extends Query<HospitalResposta> {}

@QueryHandler(ObterHospital)
export class ObterHospitalHandler implements IQueryHandler<ObterHospital> {
  constructor(private readonly leitura: Leitura) {}

  execute(): Promise<HospitalResposta> {
    return lerHospital(this.leitura);
  }
}

export async function lerHospital(leitura: Leitura): Promise<HospitalResposta> {
  // Before the rest: a change in between gives a version too old, which is refused, never one too new.
  const versao = await leitura.obter('SELECT versao FROM hospital WHERE id = ?', [ID_DO_HOSPITAL]);
  const { diariasParticular, ...simples } = await lerPoliticas(leitura);
  const diarias = Object.entries(diariasParticular).map(([tipoLeito, valor]) => ({
    tipoLeito: tipoLeito as TipoDeLeito,
    valor: paraReais(valor),
  }));
  return { ...simples, diarias, versao: inteiro(versao?.versao) };
}
