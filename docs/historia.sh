API=${API:-http://127.0.0.1:8000} N=$RANDOM$RANDOM
TOKEN=$(curl -s $API/v1/auth/login -H 'content-type: application/json' \
  -d '{"email":"admin@hospital.local","senha":"demonstracao"}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')
get()  { curl -s "$API/v1/$1" -H "authorization: Bearer $TOKEN"; echo; }
post() { R=$(curl -s "$API/v1/$1" -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d "$2")
         ID=$(sed 's/.*"id":\([0-9]*\).*/\1/' <<< "$R"); echo "$1: ${R:0:140}"; }

post setores    '{"nome":"Clínica '$N'","andar":1}';                                     SETOR=$ID
post leitos     '{"numero":"'$N'-A","setorId":'$SETOR',"tipo":"ENFERMARIA"}';            A=$ID
post leitos     '{"numero":"'$N'-B","setorId":'$SETOR',"tipo":"ENFERMARIA"}';            B=$ID
post convenios  '{"nome":"Saúde '$N'","tipoPlano":"FAMILIAR","diarias":[{"tipoLeito":"ENFERMARIA","valor":350.5}]}'
post pacientes  '{"nome":"Pedro '$N'","dataNascimento":"1980-05-20","sexo":"M","convenioId":'$ID'}'; PEDRO=$ID
post medicos    '{"nome":"Ana '$N'","conselho":"CRM","numeroConselho":"'${N:0:7}'","ufConselho":"SP"}';  ANA=$ID
CASO='"pacienteId":'$PEDRO',"medicoId":'$ANA',"cidEntrada":"J18.9"'
post internacoes/solicitacoes   '{'$CASO',"tipoLeito":"ENFERMARIA"}';                    I=$ID
post leitos/$A/reservar         '{"solicitacaoId":'$I'}'
post internacoes/$I/admitir     '{"leitoId":'$A'}'
post internacoes                '{'$CASO',"leitoId":'$B'}'                               # 409
post internacoes/$I/transferir  '{"leitoId":'$B',"motivo":"Perto da janela."}'
get "financeiro/contas/previa?internacaoId=$I"
post internacoes/$I/alta        '{"cidSaida":"J18.9","motivoSaida":"ALTA_MELHORADO"}'
for _ in 1 2 3 4 5; do get "financeiro/lancamentos?origem=internacao:$I" | grep EMITIDO && break; sleep 0.5; done
post leitos/$B/iniciar-limpeza  '{}'
post leitos/$B/concluir-limpeza '{}'
for _ in 1 2 3 4 5; do get "notificacoes?referencia=leito:$B" | grep ENVIADA && break; sleep 0.5; done
curl -s $API/correio -H "authorization: Bearer $TOKEN" | grep -o "Leito $N-B livre[^<]*"
