/** What the page says before the operations, in Markdown: the API in one minute. */
export const INTRODUCAO = `\
Gestão hospitalar para o Brasil: internar, transferir, dar alta, faturar e avisar, sem perder nem duplicar nada.

### Primeiros passos

No hospital de demonstração, todo exemplo desta página funciona como está escrito: abra, clique em **Executar**.

1. **Entre**: [\`POST /v1/auth/login\`](#/Acesso/Auth.entrar). O token recebido passa a valer na página, sem copiar nada.
2. **Interne** um paciente: [\`POST /v1/internacoes\`](#/Internações/Internacoes.internar), e guarde o \`id\` da resposta.
3. **Transfira** para outro leito: [\`POST /v1/internacoes/{id}/transferir\`](#/Internações/Internacoes.transferir).
4. **Dê alta**: [\`POST /v1/internacoes/{id}/alta\`](#/Internações/Altas.alta). A conta nasce em seguida.
5. **Veja** o que se cobrou, em [\`GET /v1/financeiro/lancamentos\`](#/Financeiro/Lancamentos.listar), e o que se avisou, em [/correio](/correio).

### Convenções

| | |
|---|---|
| **Respostas** | \`{"data": …}\`; nas listas, também \`{"meta": {"limite", "proximoCursor"}}\` |
| **Erros** | \`{"error": [{"codigo", "message", "campo"}], "correlationId"}\`: o \`codigo\` não muda, a mensagem é para pessoas |
| **Listas** | de 1 a 100 itens por página (\`limite\`); a seguinte se pede com o \`cursor\` recebido em \`proximoCursor\` |
| **Repetir sem medo** | \`Idempotency-Key\` num POST: o mesmo pedido, repetido, recebe a primeira resposta |
| **Não passar por cima** | \`If-Match\` com o \`ETag\` lido: se o registro mudou desde então, 412 e nada é gravado |
| **Instantes e dias** | RFC 3339 com fuso na entrada, \`…Z\` na resposta; dias \`AAAA-MM-DD\`, no fuso do hospital |
| **Acompanhar** | \`x-correlation-id\`, seu ou nosso, volta na resposta e está em cada linha do registro do servidor |
| **Dinheiro** | em reais, com até duas casas: \`350.5\` |
| **Estados** | mudam só pelos comandos; cada registro diz em \`acoes\` o que se pode fazer com ele agora |

O documento desta API, para as suas ferramentas: [/docs-json](/docs-json) (OpenAPI 3).`;
