import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Ambiente } from '../../config/ambiente.js';
import { Email, Inteiro, Lista, Opcao, Texto } from '../../plataforma/http/campos.js';
import { Rota } from '../../plataforma/http/rota.js';
import { ANOS_DE_GUARDA, DIAS_PARA_RESPONDER } from './dominio/guarda.js';
import { TIPOS_DE_PEDIDO } from './dominio/pedido.entity.js';
import { DIREITOS, TRATAMENTOS } from './dominio/tratamentos.js';

export class TratamentoResposta {
  @Texto({ max: 300, exemplo: TRATAMENTOS[0]!.finalidade, descricao: 'Para que servem os dados.' })
  finalidade!: string;
  @Texto({ max: 300, exemplo: TRATAMENTOS[0]!.base, descricao: 'O que na lei o autoriza.' }) base!: string;
  @Texto({ max: 300, exemplo: TRATAMENTOS[0]!.dados, descricao: 'Que dados são.' }) dados!: string;
  @Texto({ max: 300, exemplo: TRATAMENTOS[0]!.compartilhamento, descricao: 'Quem mais os recebe.' })
  compartilhamento!: string;
  @Texto({ max: 300, exemplo: TRATAMENTOS[0]!.guarda, descricao: 'Por quanto tempo ficam.' }) guarda!: string;
}

export class DireitoResposta {
  @Opcao(TIPOS_DE_PEDIDO, { descricao: 'O `tipo` de `POST /v1/privacidade/pedidos`.' }) tipo!: string;
  @Texto({ max: 300, exemplo: DIREITOS[0]!.direito, descricao: 'O que se pode pedir.' }) direito!: string;
}

export class AvisoDePrivacidade {
  @Email({ exemplo: 'privacidade@hospital.local', descricao: 'O encarregado (LGPD, art. 41).' })
  encarregado!: string;
  @Texto({
    max: 2000,
    exemplo: 'O hospital usa os seus dados para cuidar de você…',
    descricao: 'O resumo, para ler.',
  })
  texto!: string;
  @Lista(() => TratamentoResposta, { descricao: 'Cada uso que se faz dos dados.' })
  tratamentos!: readonly TratamentoResposta[];
  @Lista(() => DireitoResposta, { descricao: 'O que a pessoa pode pedir.' })
  direitos!: readonly DireitoResposta[];
  @Inteiro({ min: 1, exemplo: DIAS_PARA_RESPONDER, descricao: 'Em quantos dias, no máximo, vem a resposta.' })
  diasParaResponder!: number;
  @Inteiro({ min: 1, exemplo: ANOS_DE_GUARDA, descricao: 'Por quantos anos se guarda o prontuário.' })
  anosDeGuarda!: number;
}

/** What anybody may know of how personal data are treated here, before giving any. */
@ApiTags('Privacidade')
@Controller('publico/privacidade')
export class AvisoDePrivacidadeController {
  constructor(private readonly ambiente: Ambiente) {}

  @Get()
  @Rota({
    resumo: 'Diz que dados pessoais se tratam, por quê, por quanto tempo, e o que a pessoa pode pedir',
    acesso: 'publico',
    responde: AvisoDePrivacidade,
  })
  mostrar(): AvisoDePrivacidade {
    const encarregado = this.ambiente.emailDaPrivacidade;
    return {
      encarregado,
      texto:
        'O hospital usa os seus dados para cuidar de você, cobrar o atendimento e cumprir a lei. Só quem participa do ' +
        'seu cuidado vê o que é clínico, e cada leitura fica registrada: você pode saber quem abriu o seu prontuário. ' +
        `O prontuário é guardado por ao menos ${ANOS_DE_GUARDA} anos desde o último registro. Você pode levar uma cópia ` +
        'de tudo quando quiser, e pedir correção ou explicação: a resposta vem em até ' +
        `${DIAS_PARA_RESPONDER} dias. Fale com o encarregado: ${encarregado}.`,
      tratamentos: TRATAMENTOS,
      direitos: DIREITOS,
      diasParaResponder: DIAS_PARA_RESPONDER,
      anosDeGuarda: ANOS_DE_GUARDA,
    };
  }
}
