import { Evento, EventoDeDominio } from '../../../plataforma/eventos/evento.js';

type DadosDoAcesso = { acessoId: number; usuarioId: number; pacienteId: number; em: string; ate: string };

/** In an emergency, somebody opened the record of a patient who is not under their care. Why is not told here. */
@Evento<DadosDoAcesso>({
  tipo: 'cuidados.acesso-de-emergencia-aberto',
  versao: 1,
  descricao:
    'Um profissional abriu, numa emergência, o registro de um paciente que não está sob o seu cuidado.',
  campos: {
    acessoId: 'acesso de emergência',
    usuarioId: 'quem o abriu',
    pacienteId: 'de quem é o registro',
    em: 'quando',
    ate: 'até quando vale',
  },
})
export class AcessoDeEmergenciaAberto extends EventoDeDominio<DadosDoAcesso> {}
