import { booleano, centavos, inteiro, ouNulo, texto } from '../../../banco/dialeto.js';
import type { Leitura } from '../../../banco/leitura.js';
import type { ClasseDaDiaria, Politicas } from '../contrato/politicas-do-hospital.js';
import { ID_DO_HOSPITAL, SESSAO_PADRAO } from '../dominio/hospital.entity.js';

export const hospitalAusente = (): Error =>
  new Error('The hospital row is missing: it is written when the application starts.');

/** The policies as they are stored now; prices in centavos. */
export async function lerPoliticas(leitura: Leitura): Promise<Politicas> {
  const linha = await leitura.obter('SELECT * FROM hospital WHERE id = ?', [ID_DO_HOSPITAL]);
  if (!linha) throw hospitalAusente();
  const diarias = await leitura.consultar(
    'SELECT tipo_leito, valor FROM hospital_diarias WHERE hospital_id = ? ORDER BY tipo_leito',
    [ID_DO_HOSPITAL],
  );
  return {
    fuso: texto(linha.fuso),
    horaDoCenso: inteiro(linha.hora_do_censo),
    horaDaVirada: inteiro(linha.hora_da_virada),
    toleranciaMinutos: inteiro(linha.tolerancia_minutos),
    classeDaDiaria: texto(linha.classe_da_diaria) as ClasseDaDiaria,
    leitoExigeLimpeza: booleano(linha.leito_exige_limpeza),
    reservaHoras: inteiro(linha.reserva_horas),
    reaberturaHoras: inteiro(linha.reabertura_horas),
    prazoParticularDias: inteiro(linha.prazo_particular_dias),
    tentativasAteBloquear: inteiro(linha.tentativas_ate_bloquear),
    exigeSegundoFator: booleano(linha.exige_segundo_fator),
    exigeTrocaDaSenhaInicial: booleano(linha.exige_troca_da_senha_inicial),
    sessaoInatividadeMinutos:
      ouNulo(inteiro)(linha.sessao_inatividade_minutos) ?? SESSAO_PADRAO.sessaoInatividadeMinutos,
    sessaoMaximaHoras: ouNulo(inteiro)(linha.sessao_maxima_horas) ?? SESSAO_PADRAO.sessaoMaximaHoras,
    diariasParticular: Object.fromEntries(diarias.map((d) => [texto(d.tipo_leito), centavos(d.valor)])),
  };
}
