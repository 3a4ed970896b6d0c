import { plantado } from './defeito.js';

/** Answers that say what they should not, or not what they should. */
export const DEFEITOS_DE_RESPOSTA = [
  plantado('F101', 'criado-com-200', 'O que foi criado responde 200', [
    'plataforma/http/rota.js',
    'criado: 201',
    'criado: 200',
  ]),
  plantado('F101', 'campo-ausente', 'O leito não diz se é maca', [
    'modulos/leitos/casos-de-uso/obter-leito.js',
    'maca: booleano(l.maca),',
    '',
  ]),
  plantado(
    'F101',
    'senha-a-mostra',
    'O usuário mostra o resumo da sua senha',
    [
      'modulos/acesso/persistencia/ler-usuario.js',
      'SELECT u.id, u.nome, u.email, u.paciente_id',
      'SELECT u.senha_hash AS nome, u.id, u.email, u.paciente_id',
    ],
    ['nada-de-dentro'],
  ),
  plantado('F101', 'erro-sem-envelope', 'Um conflito responde um texto solto', [
    'plataforma/http/filtro-de-erros.js',
    '.send(envelopeDeErro(status, itens, requisicao.id))',
    '.send(status === 409 ? { message: itens[0].mensagem } : envelopeDeErro(status, itens, requisicao.id))',
  ]),
  plantado(
    'F201',
    'erro-em-html',
    'Uma recusa é uma página que repete o que foi enviado',
    [
      'plataforma/http/filtro-de-erros.js',
      '.send(envelopeDeErro(status, itens, requisicao.id))',
      ".type(status === 422 ? 'text/html' : 'application/json').send(JSON.stringify(envelopeDeErro(status, itens, requisicao.id)))",
    ],
    ['esquema-da-resposta', 'cabecalhos-de-seguranca'],
  ),
  plantado('F209', 'pilha-na-mensagem', 'A mensagem de um conflito traz a pilha de chamadas', [
    'plataforma/http/filtro-de-erros.js',
    'itens: erro.itens }',
    'itens: erro.itens.map((item) => ({ ...item, mensagem: erro.tipo === "conflito" ? erro.stack : item.mensagem })) }',
  ]),
  plantado('F210', '405-sem-allow', 'O método que não serve é recusado sem dizer quais servem', [
    'plataforma/http/filtro-de-erros.js',
    "void resposta.header('Allow', metodos.join(', '));",
    '',
  ]),
  plantado('F101', 'pagina-repete', 'A página seguinte começa pelo último item da anterior', [
    'plataforma/http/pagina.js',
    '`${lista.id} ${compara} ?`);',
    '`${lista.id} ${compara}= ?`);',
  ]),
  plantado('F101', 'filtro-ignorado', 'A lista de leitos não filtra pelo estado', [
    'modulos/leitos/casos-de-uso/listar-leitos.js',
    ".igual('l.status', consulta.status)",
    '',
  ]),
  plantado(
    'F101',
    'texto-cortado',
    'Textos compridos são cortados em silêncio',
    [
      'plataforma/http/campos.js',
      'normalizar((texto) => texto.trim()), ...(padrao',
      'normalizar((texto) => (texto.length > max ? texto : texto.trim().slice(0, 100))), ...(padrao',
    ],
    ['ida-e-volta'],
  ),
];
