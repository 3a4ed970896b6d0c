/* Swagger UI speaks English only. Whatever it is about to show of its own is said in Portuguese instead. */
const PALAVRAS = {
  Authorize: 'Autorizar',
  Authorized: 'Autorizado',
  'Available authorizations': 'Como se identificar',
  Close: 'Fechar',
  Logout: 'Sair',
  'Value:': 'Token:',
  'Remove authorization': 'Sair',
  'Apply credentials': 'Usar este token',
  'Filter by tag': 'Procurar por palavra, endereço ou grupo',
  'Try it out': 'Experimentar',
  Execute: 'Executar',
  Clear: 'Limpar',
  Cancel: 'Cancelar',
  Reset: 'Voltar ao exemplo',
  Parameters: 'Parâmetros',
  'No parameters': 'Sem parâmetros',
  Name: 'Nome',
  Description: 'Descrição',
  'Send empty value': 'Enviar vazio',
  'Add item': 'Acrescentar',
  'Add string item': 'Acrescentar texto',
  'Add integer item': 'Acrescentar número',
  'Request body': 'Corpo do pedido',
  'Example Value': 'Exemplo',
  'Edit Value': 'Corpo a enviar',
  Schema: 'Esquema',
  Schemas: 'Esquemas',
  required: 'obrigatório',
  Responses: 'Respostas',
  'Server response': 'Resposta do servidor',
  Code: 'Status',
  Details: 'Detalhes',
  'Response body': 'Corpo da resposta',
  'Response headers': 'Cabeçalhos da resposta',
  'Request URL': 'Endereço do pedido',
  'Request duration': 'Duração',
  'Media type': 'Formato',
  'Controls ': 'Define o cabeçalho ',
  ' header.': '.',
  'Headers:': 'Cabeçalhos:',
  'Enum:': 'Valores:',
  'description:': 'descrição:',
  example: 'exemplo',
  nullable: 'aceita nulo',
  default: 'se omitido',
  pattern: 'padrão',
  minimum: 'mínimo',
  maximum: 'máximo',
  exclusiveMinimum: 'maior que o mínimo',
  minLength: 'mínimo de caracteres',
  maxLength: 'máximo de caracteres',
  minItems: 'mínimo de itens',
  maxItems: 'máximo de itens',
  uniqueItems: 'sem repetição',
  Type: 'Tipo',
  Error: 'Erro',
  Errors: 'Erros',
  Download: 'Baixar',
  'Download file': 'Baixar',
  'Copy code to clipboard': 'Copiar',
  'Copy to clipboard': 'Copiar',
  'Expand operation': 'Abrir',
  'Collapse operation': 'Fechar',
  'Expand all': 'Abrir tudo',
  'Collapse all': 'Fechar tudo',
  'Skip to operations': 'Ir para as operações',
  'Failed to load API definition.': 'O documento da API não pôde ser carregado.',
  'Please correct the following validation errors and try again.': 'Corrija o que segue e tente de novo.',
  'No operations defined in spec!': 'Nenhuma operação encontrada.',
};

const traduzido = (valor) =>
  typeof valor === 'string' ? (PALAVRAS[valor] ?? PALAVRAS[valor.trim()] ?? valor) : valor;

/** A plugin of Swagger UI that comes between React and what it is told to show. */
globalThis.EmPortugues = ({ React }) => {
  const criar = React.createElement;
  React.createElement = (tipo, propriedades, ...filhos) => {
    // What comes from the API (names, values) is shown by components of its own, never as the text of these.
    if (typeof tipo !== 'string') return criar(tipo, propriedades, ...filhos);
    const ditas = { ...propriedades };
    for (const nome of ['title', 'placeholder', 'aria-label', 'children'])
      ditas[nome] &&= traduzido(ditas[nome]);
    return criar(tipo, ditas, ...filhos.map(traduzido));
  };
  return {};
};
