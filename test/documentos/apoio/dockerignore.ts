/** Whether `.dockerignore` keeps a path out of the build: of the lines that match it or a folder above it, the last says. */
export function ficaDeFora(dockerignore: string, caminho: string): boolean {
  const partes = caminho.split('/');
  const acima = partes.map((_, i) => partes.slice(0, i + 1).join('/'));
  const regras = dockerignore.split('\n').filter((linha) => linha !== '' && !linha.startsWith('#'));
  return regras.reduce((fora, regra) => {
    const padrao = expressao(regra.replace(/^!/, ''));
    return acima.some((pasta) => padrao.test(pasta)) ? !regra.startsWith('!') : fora;
  }, false);
}

/** `*` stands for any name, `**` for any folders. */
const expressao = (padrao: string): RegExp =>
  new RegExp(
    `^${padrao
      .split(/(\*\*\/?|\*)/)
      .map((parte) =>
        parte.startsWith('**') ? '.*' : parte === '*' ? '[^/]*' : parte.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
      )
      .join('')}$`,
  );
