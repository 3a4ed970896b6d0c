import { Injectable } from '@nestjs/common';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { alcanceDe } from '../../../plataforma/seguranca/alcance.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { VinculosDeCuidado } from '../contrato/vinculos-de-cuidado.js';
import { fimDoVinculo } from '../dominio/origens.js';

@Injectable()
export class VinculosDeCuidadoNoBanco extends VinculosDeCuidado {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
  ) {
    super();
  }

  override async atender(autor: Autor, pacienteId: number): Promise<void> {
    if (autor.usuarioId === null || !alcanceDe(autor).sobCuidado) return;
    const desde = this.relogio.agora();
    await this.unidade
      .atual()
      .inserir(
        'INSERT INTO vinculos_de_cuidado (usuario_id, paciente_id, origem, desde, ate) VALUES (?, ?, ?, ?, ?)',
        [autor.usuarioId, pacienteId, 'ATENDIMENTO', desde, fimDoVinculo('ATENDIMENTO', desde)],
      );
  }
}
