import { Injectable, type OnModuleInit } from '@nestjs/common';
import { comoErroDeBanco } from '../../../banco/erros-de-banco.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Hospital, ID_DO_HOSPITAL } from '../dominio/hospital.entity.js';

/** Writes the hospital's row at the first start; from then on only `/v1/hospital` changes it. */
@Injectable()
export class PrimeiraPartida implements OnModuleInit {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly ambiente: Ambiente,
    private readonly relogio: Relogio,
  ) {}

  async onModuleInit(): Promise<void> {
    try {
      await this.unidade.executar(async (tx) => {
        const [existente] = await tx.consultar('SELECT id FROM hospital WHERE id = ?', [ID_DO_HOSPITAL]);
        if (!existente)
          await tx.gerente.insert(Hospital, Hospital.inicial(this.ambiente.hospital, this.relogio.agora()));
      });
    } catch (erro) {
      // Another replica started at the same time and wrote it first.
      if (comoErroDeBanco(erro)?.natureza !== 'chave_duplicada') throw erro;
    }
  }
}
