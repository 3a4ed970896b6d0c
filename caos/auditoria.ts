import type { Base } from '../ferramentas/apoio/base.js';
import type { Achados } from './achados.js';

/** Each counts what may never be. */
const NUNCA: Readonly<Record<string, string>> = {
  'alta sem exatamente uma conta ativa': `SELECT i.id FROM internacoes i WHERE i.status = 'ENCERRADA'
     AND (SELECT COUNT(*) FROM lancamentos l WHERE l.origem = CONCAT('internacao:', i.id) AND l.ativo = 1) <> 1`,
  'leito liberado sem exatamente um aviso': `SELECT e.id FROM eventos e WHERE e.tipo = 'leitos.leito-liberado'
     AND (SELECT COUNT(*) FROM notificacoes n WHERE n.tipo = 'leito-liberado' AND n.ocorrencia = e.id) <> 1`,
  'ocupação aberta de internação encerrada': `SELECT o.id FROM ocupacoes o JOIN internacoes i ON i.id = o.internacao_id
     WHERE o.fim IS NULL AND i.saida IS NOT NULL`,
  'leito OCUPADO sem ocupação aberta, ou o contrário': `SELECT l.id FROM leitos l
     WHERE (l.status = 'OCUPADO') <> EXISTS (SELECT 1 FROM ocupacoes o WHERE o.leito_id = l.id AND o.fim IS NULL)`,
  'duas ocupações abertas num leito': `SELECT leito_id FROM ocupacoes WHERE fim IS NULL
     GROUP BY leito_id HAVING COUNT(*) > 1`,
};

/** Every invariant of the product, judged on the tables past the product. */
export async function auditar(base: Base, achados: Achados): Promise<void> {
  for (const [oQue, sql] of Object.entries(NUNCA))
    for (const linha of await base.consultar(sql)) achados.anotar(`AUDITOR: ${oQue}`, JSON.stringify(linha));
}
