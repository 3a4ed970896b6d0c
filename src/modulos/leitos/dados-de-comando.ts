import { Instante, Texto } from '../../plataforma/http/campos.js';

const QUANDO = 'Quando aconteceu; ausente, agora. Pode ser no passado, nunca no futuro.';

/** Body of every bed command. */
export class DadosDeComando {
  @Instante({ opcional: true, descricao: QUANDO }) em?: Date;
  @Texto({
    max: 500,
    opcional: true,
    exemplo: 'Pedido da enfermagem',
    descricao: 'Por quê. Não cite pacientes.',
  })
  motivo?: string;
}

/** Body of what takes a bed out of use for a while. */
export class DadosDeBloqueio {
  @Instante({ opcional: true, descricao: QUANDO }) em?: Date;

  @Instante({
    opcional: true,
    exemplo: '2026-06-08T00:00:00-03:00',
    descricao:
      'No futuro, a previsão de término. No passado, o período já encerrado é só registrado, e o estado atual não muda.',
  })
  ate?: Date;

  @Texto({
    max: 500,
    exemplo: 'Obra no quarto',
    descricao: 'Por quê: isolamento, falta de equipe, obra, infecção… Não cite pacientes.',
  })
  motivo!: string;
}
