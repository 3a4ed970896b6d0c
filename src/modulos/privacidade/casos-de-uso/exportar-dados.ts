import { Readable } from 'node:stream';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { StreamableFile } from '@nestjs/common';
import { RegistroDeAuditoria } from '../../../plataforma/auditoria/registro-de-auditoria.js';
import { IdDe, Instante, Texto } from '../../../plataforma/http/campos.js';
import { AcervoDoTitular } from '../../../plataforma/privacidade/acervo-do-titular.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Titulares } from '../../pacientes/contrato/titulares.js';

const FONTE = 'Plantão';

/** What the document begins with; after it come the parts that the modules export, each a list. */
export class DadosDoTitular {
  @Instante({ descricao: 'Quando a cópia foi feita.' }) geradoEm!: Date;
  @Texto({ max: 100, exemplo: FONTE, descricao: 'De que sistema vem.' }) fonte!: string;
  @IdDe('paciente a quem os dados se referem') pacienteId!: number;
}

/** Everything that is held on a patient, as one JSON document (LGPD, art. 18, II and V, and 19). */
export class ExportarDados extends Query<StreamableFile> {
  constructor(readonly pacienteId: number) {
    super();
  }
}

@QueryHandler(ExportarDados)
export class ExportarDadosHandler implements IQueryHandler<ExportarDados> {
  constructor(
    private readonly titulares: Titulares,
    private readonly acervo: AcervoDoTitular,
    private readonly relogio: Relogio,
    private readonly auditoria: RegistroDeAuditoria,
  ) {}

  async execute({ pacienteId }: ExportarDados): Promise<StreamableFile> {
    await this.titulares.exigir(pacienteId);
    await this.auditoria.anotar([
      {
        acao: 'privacidade.exportar',
        registro: { tipo: 'paciente', id: pacienteId },
        pacienteId,
        campos: this.acervo.partes.map(({ nome }) => nome),
      },
    ]);
    const pedacos = this.#escrever(pacienteId);
    // What fails before the first byte is still an answer with its envelope.
    const primeiro = await pedacos.next();
    return new StreamableFile(Readable.from(comecandoPor(String(primeiro.value), pedacos)), {
      type: 'application/json; charset=utf-8',
      disposition: `attachment; filename="plantao-paciente-${pacienteId}.json"`,
    });
  }

  /** The document in pieces: never more than a page of rows in memory, whatever the patient's history. */
  async *#escrever(pacienteId: number): AsyncGenerator<string> {
    const geradoEm = this.relogio.agora().toISOString();
    const cabecalho = JSON.stringify({ geradoEm, fonte: FONTE, pacienteId });
    let pedaco = `{"data":${cabecalho.slice(0, -1)}`;
    for (const parte of this.acervo.partes) {
      pedaco += `,${JSON.stringify(parte.nome)}:[`;
      let separador = '';
      for await (const linhas of this.acervo.ler(parte, pacienteId)) {
        yield pedaco + separador + linhas.map((linha) => JSON.stringify(linha)).join(',');
        [pedaco, separador] = ['', ','];
      }
      pedaco += ']';
    }
    yield `${pedaco}}}`;
  }
}

async function* comecandoPor(primeiro: string, resto: AsyncGenerator<string>): AsyncGenerator<string> {
  yield primeiro;
  yield* resto;
}
