/**
 * What people choose most, here and abroad: the words that lists of leaked passwords share, with Brazilian names, clubs,
 * places, brands and endearments. Lower case, no accents; written by hand for this product.
 */
const TEXTO = `
senha senhas minhasenha suasenha novasenha senhanova senhaforte senhasegura senhapadrao senhamestra senhasecreta
mudar mudesenha mudarsenha trocar trocarsenha mudeme provisoria temporaria padrao inicial acesso acessar entrar entrada
login usuario user admin administrador administrator gestor gerente diretor chefe root toor super supervisor suporte
support teste testes testando test tester testing demo demonstracao convidado visitante guest master sistema system
servidor server rede network internet computador computer windows linux ubuntu android iphone samsung motorola nokia
positivo google gmail hotmail outlook yahoo facebook instagram whatsapp youtube tiktok twitter netflix spotify amazon
microsoft apple oracle mysql postgres database dados banco secret secreta secreto segredo sigilo private privado
password passwd pass passe passwords mypassword newpassword senhadeacesso palavrapasse contrasena
letmein welcome bemvindo bemvinda benvindo hello ola oi obrigado obrigada porfavor whatever qualquer qualquercoisa nada
nadaaver naosei naoseinada esqueci esquecida esqueciasenha lembrar lembrete default changeme change open abrir abrete
abretesesamo sesamo trustno iloveyou teamo teamomuito teamodemais euteamo amor meuamor amormeu amoreterno amordaminhavida
minhavida vida vidaloka vidaboa querida querido paixao coracao saudade carinho beijo beijos beijinho gostoso gostosa
lindo linda lindinha princesa principe princess rainha gatinha gatinho gata gato amizade amigo amiga amigos amigas
familia minhafamilia mamae mae maezinha papai pai paizinho vovo vovoh filho filha filhos meufilho minhafilha bebe
nenem casa minhacasa cachorro cachorra cachorrinho dog cat gatos passarinho borboleta flor flores rosa rosas
margarida girassol estrela estrelas estrelinha lua sol luz ceu mar praia verao inverno outono primavera chuva natureza
deus jesus jesuscristo cristo deusefiel deuseamor deusnocomando deusmeu jesusteama jesussalva jesusvive senhor
nossasenhora aparecida maria mariajose mariaeduarda mariaclara santo santa saojorge saopedro saojose fe esperanca
gratidao alegria felicidade feliz paz pazeamor uniao vitoria vencer vencedor sucesso dinheiro riqueza sorte milagre
bencao abencoada abencoado anjo anjos anjinho angel angels fenix fantasma dragao dragon leao tigre tiger aguia lobo
pantera monkey macaco tubarao golfinho cavalo elefante formiga
brasil brazil brasileiro brasileira brasilia hexacampeao pentacampeao saopaulo riodejaneiro belohorizonte salvador
fortaleza recife curitiba portoalegre manaus belem goiania campinas santos florianopolis vitoriaes natal maceio teresina
cuiaba aracaju bahia bahiaminha minas minasgerais parana pernambuco ceara amazonas amazonia paraiba sergipe alagoas
copacabana ipanema guaruja sertao nordeste carioca paulista mineiro gaucho portugal lisboa america argentina
flamengo corinthians palmeiras vasco vascodagama santosfc saopaulofc gremio internacional cruzeiro atletico atleticomg
galo galodoido fluminense botafogo vitoriaba sportrecife nautico santacruz cearasc figueirense avai coritiba athletico
chapecoense goias guarani pontepreta mengao mengo verdao timao tricolor colorado rubronegro fogao peixe vascao raposa
barcelona realmadrid liverpool arsenal chelsea juventus messi neymar ronaldo ronaldinho pele romario kaka gabigol
futebol football soccer basketball baseball bola gol golaco campeao campeoes campeonato torcida libertadores mundial
joao jose antonio francisco carlos paulo pedro lucas luiz luis marcos gabriel rafael daniel marcelo bruno eduardo felipe
rodrigo manoel mateus matheus andre fernando fabio leonardo gustavo guilherme leandro tiago thiago anderson ricardo
marcio jorge alexandre roberto edson diego vitor victor sergio claudio samuel davi david miguel arthur artur heitor
bernardo lorenzo theo enzo nicolas henrique caio vinicius igor renato renan mauricio mario raimundo sebastiao geraldo
benedito wagner wellington washington william wesley junior michael robert thomas charlie george jordan jonathan joshua
andrew daniela ana anaclara anapaula anabeatriz francisca antonia adriana juliana marcia fernanda patricia aline sandra
camila amanda bruna jessica leticia julia luciana vanessa mariana gabriela vera larissa claudia beatriz rita luana sonia
renata eliane simone fatima tereza terezinha raquel carla priscila cristina cristiane roberta helena alice laura manuela
sofia sophia isabela isabella isabel valentina heloisa lorena livia cecilia eloa lara rafaela yasmin nicole melissa sarah
sara michelle jennifer ashley bianca debora monica silvia regina rosangela lucia luciane fabiana tatiana
tatiane viviane natalia nathalia karina karine kelly carolina caroline carol duda mari gabi bia lulu juju nana dudu
silva santosdumont souza oliveira pereira lima ferreira costa rodrigues almeida nascimento carvalho araujo ribeiro alves
gomes martins barbosa rocha dias moreira monteiro mendes barros freitas cardoso teixeira
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro january february summer winter
spring autumn september october november december segunda segundafeira terca quarta quinta sexta sextafeira sabado
domingo monday sunday friday hoje ontem amanha feriado ferias natalfeliz anonovo carnaval pascoa aniversario
azul verde amarelo vermelho preto branco rosachoque laranja roxo dourado prata blue green yellow purple orange silver
gold black white cocacola guarana pepsi cerveja brahma skol cafe cafezinho chocolate brigadeiro feijoada churrasco pizza
pipoca banana morango abacaxi melancia uva limao batata coxinha pastel cachaca caipirinha cookie cheese pepper ginger
carro moto ferrari porsche mercedes mustang corvette corsa fusca celta palio uno civic corolla honda toyota
yamaha harley caminhao bicicleta
matrix starwars pokemon pikachu naruto goku dragonball sonic zelda minecraft roblox fortnite freefire lol
counterstrike playstation xbox nintendo batman superman spiderman homemaranha ironman vingadores harrypotter hogwarts
gandalf merlin hobbit frozen barbie mickey minnie snoopy simpsons shrek turmadamonica chaves chapolin xuxa anitta
metallica nirvana beatles rockyou rocknroll guitarra guitar musica pagode samba sertanejo forro funk
shadow sunshine flower lovely loveyou lovers love loveme forever friends friend family mother father sister brother
baby babygirl babyboy sweet sweety honey cutie pretty beautiful hottie sexy lucky happy smile peace freedom hope faith
blessed heaven jesuschrist godisgood trinity buster hunter killer ranger soldier warrior ninja samurai pirate phoenix
thunder lightning storm diamond crystal jasmine amber daisy maggie bailey tigger chester cooper bandit rocky lucky13
hannah anthony justin brandon austin tyler dakota nathan jasper access zaq starter action aaaaaa abcdef
qwerty qwertyuiop qwertyui asdfgh asdfghjkl asdf zxcvbn zxcvbnm azerty qazwsx qazwsxedc wsxedc poiuytrewq lkjhgfdsa
mnbvcxz abc abcd abcde abcdefg abcdefgh abcdefghi aaa bbb xxx zzz qwe asd zxc qweasd qweasdzxc
hospital hospitais medico medica medicos medicina doutor doutora enfermeiro enfermeira enfermagem enfermaria farmacia
farmaceutico recepcao recepcionista faturamento auditor auditoria paciente pacientes saude clinica consultorio plantao
plantonista uti cti pronto prontosocorro socorro emergencia ambulancia leito leitos internacao cirurgia cirurgiao
laboratorio exame exames remedio remedios vacina vacinas sus santacasa unimed amil bradesco itau caixa nubank santander
trabalho empresa escritorio escola colegio faculdade universidade estudante professor professora advogado engenheiro
policia bombeiro exercito marinha governo prefeitura presidente lula bolsonaro
`;

/** Some eleven hundred words; with what people add to a word they stand for some hundred thousand passwords. */
export const PALAVRAS_COMUNS: ReadonlySet<string> = new Set(TEXTO.trim().split(/\s+/));

/** Rows of the keyboard and of the alphabet: a stretch of one is no secret, in either direction. */
export const FILEIRAS: readonly string[] = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
