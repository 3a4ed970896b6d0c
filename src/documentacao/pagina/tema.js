/* Before anything is painted, and again whenever the system changes its mind: the class that Swagger UI knows. */
{
  const escuro = globalThis.matchMedia('(prefers-color-scheme: dark)');
  const seguir = () => globalThis.document.documentElement.classList.toggle('dark-mode', escuro.matches);
  escuro.addEventListener('change', seguir);
  seguir();
}
