import { IdDe, Instante, Texto } from '../../plataforma/http/campos.js';

/** What every bed command accepts besides the reason; a field that a command has no use for is ignored. */
class CorpoDeComando {
  @Instante({
    opcional: true,
    descricao:
      'Quando aconteceu; ausente, agora. Pode ser no passado. No futuro, só em `reservar`, `bloquear` e `manutencao`: fica planejado, e o estado atual não muda.',
  })
  em?: Date;

  @Instante({
    opcional: true,
    exemplo: '2030-01-02T00:00:00-03:00',
    descricao:
      'Em `bloquear` e `manutencao`: no futuro, quando termina por si; no passado, o período já encerrado é só registrado, e o estado atual não muda. Em `reservar`: o mesmo que `expiraEm`.',
  })
  ate?: Date;

  @Instante({
    opcional: true,
    exemplo: '2030-01-01T12:00:00-03:00',
    descricao:
      'Em `reservar`: até quando vale, e então o leito fica livre; ausente, `ate`, ou o prazo das políticas do hospital.',
  })
  expiraEm?: Date;

  @IdDe('um paciente', {
    opcional: true,
    descricao: 'Em `reservar`: quem vai ocupar o leito; ausente, quem for internado nele.',
  })
  pacienteId?: number;

  @IdDe('uma solicitação de leito', {
    opcional: true,
    descricao: 'Em `reservar`: a solicitação de leito que a reserva atende; vale para o paciente dela.',
  })
  solicitacaoId?: number;
}

/** Body of most bed commands. */
export class DadosDeComando extends CorpoDeComando {
  @Texto({
    max: 500,
    opcional: true,
    exemplo: 'Pedido da enfermagem',
    descricao: 'Por quê. Não cite pacientes.',
  })
  motivo?: string;
}

/** Body of what takes a bed out of use for a while: it always says why. */
export class DadosDeBloqueio extends CorpoDeComando {
  @Texto({
    max: 500,
    exemplo: 'Obra no quarto',
    descricao: 'Por quê: isolamento, falta de equipe, obra, infecção… Não cite pacientes.',
  })
  motivo!: string;
}
