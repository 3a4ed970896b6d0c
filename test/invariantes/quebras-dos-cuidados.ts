import { chaveDe, guardada, NINGUEM, quebra, type QuebrasDoModulo } from './quebra.js';

const DA_EMERGENCIA = "WHERE origem = 'EMERGENCIA'";

export const QUEBRAS_DOS_CUIDADOS: QuebrasDoModulo = () => ({
  'CUIDADOS.VINCULO_SEM_FIM': [
    guardada(
      'ck_vinculos_de_cuidado_periodo',
      "UPDATE vinculos_de_cuidado SET ate = '2000-01-01 00:00:00.000'",
    ),
    guardada('ck_vinculos_de_cuidado_fim', 'UPDATE vinculos_de_cuidado SET encerrado_em = desde'),
  ],
  'CUIDADOS.EMERGENCIA_SEM_MOTIVO': [
    guardada(
      'ck_vinculos_de_cuidado_motivo',
      `UPDATE vinculos_de_cuidado SET motivo = NULL ${DA_EMERGENCIA}`,
    ),
  ],
  'CUIDADOS.EMERGENCIA_SEM_ANUNCIO': [
    quebra(`UPDATE eventos SET agregado_id = ${NINGUEM} WHERE agregado_tipo = 'acesso-de-emergencia'`),
  ],
  'CUIDADOS.REVISAO_DO_PROPRIO': [
    guardada(
      'ck_vinculos_de_cuidado_revisor',
      `UPDATE vinculos_de_cuidado SET revisado_em = desde, revisor_id = usuario_id, parecer = 'JUSTIFICADO' ${DA_EMERGENCIA}`,
    ),
  ],
  'CUIDADOS.CHAVE_SEM_EFEITO': [chaveDe(`/v1/acessos-de-emergencia/${NINGUEM}`)],
});
