import { ArrayUnique } from 'class-validator';
import { IANAZone } from 'luxon';
import { Identificador, Inteiro, Lista, Logico, Opcao } from '../../plataforma/http/campos.js';
import { ExemploDoCorpo } from '../../plataforma/http/exemplos-dos-corpos.js';
import { DiariaParticular } from './casos-de-uso/obter-hospital.js';
import { CLASSES_DA_DIARIA, type ClasseDaDiaria } from './contrato/politicas-do-hospital.js';
import type { PoliticasSimples } from './dominio/hospital.entity.js';
import { LIMITES } from './dominio/limites.js';

/** The policies that change; those absent stay. */
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
