/** Common Brazilian names, from which nobody in particular is made. */

// prettier-ignore
export const NOMES_FEMININOS = [
  'Adriana', 'Alessandra', 'Alice', 'Aline', 'Amanda', 'Ana Clara', 'Ana Júlia', 'Ana Paula', 'Andréia', 'Ângela',
  'Antônia', 'Aparecida', 'Beatriz', 'Bianca', 'Bruna', 'Camila', 'Carla', 'Carolina', 'Cecília', 'Célia', 'Cláudia',
  'Cristiane', 'Daniela', 'Débora', 'Denise', 'Elaine', 'Eliane', 'Elisa', 'Fabiana', 'Fátima', 'Fernanda', 'Flávia',
  'Francisca', 'Gabriela', 'Giovana', 'Helena', 'Heloísa', 'Inês', 'Isabela', 'Ivone', 'Jéssica', 'Joana', 'Josefa',
  'Juliana', 'Larissa', 'Laura', 'Letícia', 'Lívia', 'Lúcia', 'Luciana', 'Luíza', 'Manuela', 'Márcia', 'Maria Clara',
  'Maria das Graças', 'Maria José', 'Mariana', 'Marlene', 'Michele', 'Natália', 'Neusa', 'Patrícia', 'Priscila',
  'Rafaela', 'Raquel', 'Regina', 'Renata', 'Rita', 'Rosana', 'Sandra', 'Sílvia', 'Simone', 'Sônia', 'Sueli', 'Tatiane',
  'Tereza', 'Valentina', 'Vanessa', 'Vera Lúcia', 'Vitória',
] as const;

// prettier-ignore
export const NOMES_MASCULINOS = [
  'Adriano', 'Alexandre', 'Anderson', 'André', 'Antônio', 'Arthur', 'Benedito', 'Bernardo', 'Bruno', 'Caio', 'Carlos',
  'Carlos Eduardo', 'Célio', 'César', 'Cláudio', 'Daniel', 'Davi', 'Diego', 'Douglas', 'Edson', 'Eduardo', 'Elias',
  'Enzo', 'Everton', 'Fábio', 'Felipe', 'Fernando', 'Francisco', 'Gabriel', 'Geraldo', 'Gilberto', 'Guilherme',
  'Gustavo', 'Heitor', 'Henrique', 'Hugo', 'Igor', 'Ivan', 'Jair', 'João', 'João Pedro', 'Joaquim', 'Jorge', 'José',
  'José Carlos', 'Josué', 'Júlio', 'Leandro', 'Leonardo', 'Lucas', 'Luciano', 'Luís', 'Luiz Fernando', 'Manoel',
  'Marcelo', 'Márcio', 'Marcos', 'Mateus', 'Maurício', 'Miguel', 'Murilo', 'Nelson', 'Osvaldo', 'Otávio', 'Paulo',
  'Pedro', 'Rafael', 'Raimundo', 'Renato', 'Ricardo', 'Roberto', 'Rodrigo', 'Rogério', 'Samuel', 'Sebastião', 'Sérgio',
  'Thiago', 'Vicente', 'Vinícius', 'Wagner',
] as const;

// prettier-ignore
export const SOBRENOMES = [
  'Almeida', 'Alves', 'Amaral', 'Andrade', 'Antunes', 'Araújo', 'Azevedo', 'Barbosa', 'Barros', 'Batista', 'Bezerra',
  'Borges', 'Braga', 'Brito', 'Cabral', 'Camargo', 'Campos', 'Cardoso', 'Carvalho', 'Castro', 'Cavalcante', 'Coelho',
  'Correia', 'Costa', 'Cruz', 'Cunha', 'Dias', 'Domingues', 'Duarte', 'Farias', 'Fernandes', 'Ferreira', 'Figueiredo',
  'Fonseca', 'Franco', 'Freitas', 'Garcia', 'Gomes', 'Gonçalves', 'Guimarães', 'Leal', 'Leite', 'Lima', 'Lopes',
  'Macedo', 'Machado', 'Magalhães', 'Maia', 'Marques', 'Martins', 'Medeiros', 'Melo', 'Mendes', 'Menezes', 'Miranda',
  'Monteiro', 'Moraes', 'Moreira', 'Moura', 'Nascimento', 'Neves', 'Nogueira', 'Nunes', 'Oliveira', 'Pacheco', 'Paiva',
  'Pereira', 'Pinheiro', 'Pinto', 'Pires', 'Queiroz', 'Ramos', 'Reis', 'Ribeiro', 'Rocha', 'Rodrigues', 'Santana',
  'Santos', 'Silva', 'Silveira', 'Siqueira', 'Soares', 'Souza', 'Tavares', 'Teixeira', 'Toledo', 'Vargas', 'Vasconcelos',
  'Vaz', 'Vieira', 'Xavier',
] as const;
