import { ErroDeUso } from '../aih/erro-de-uso.js';
import { type Cliente, type Resposta, ServidorMudo } from './cliente.js';
import type { Opcoes } from './opcoes.js';

/** Made-up patients belong only in a demonstration: anywhere else, only for who insists. */
export async function exigirDemonstracao(
  cliente: Cliente,
  { api, gravarMesmoAssim }: Pick<Opcoes, 'api' | 'gravarMesmoAssim'>,
): Promise<void> {
  const { data } = await perguntarVersao(cliente);
  const { produto, demonstracao } = (data ?? {}) as { produto?: string; demonstracao?: boolean };
  if (produto !== 'plantao')
    throw new ErroDeUso(`O que responde em ${api} não é o Plantão. Indique o endereço certo com --api.`);
  if (demonstracao !== true && !gravarMesmoAssim)
    throw new ErroDeUso(
      `O servidor em ${api} não é de demonstração, e o tour grava pacientes inventados.\n` +
        'Se for mesmo isso o que você quer, repita com --gravar-mesmo-assim.',
    );
}

async function perguntarVersao(cliente: Cliente): Promise<Resposta> {
  try {
    return await cliente.pedir({ metodo: 'GET', caminho: '/v1/versao' });
  } catch (erro) {
    if (!(erro instanceof ServidorMudo)) throw erro;
    throw new ErroDeUso(
      `${erro.message}\nO servidor precisa estar no ar: em outro terminal, rode npm start e espere o endereço.\n` +
        'Se ele está em outro endereço, indique-o com --api.',
    );
  }
}
