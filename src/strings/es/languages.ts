export const languages = {
  choose: 'Idiomas',
  textIn: (language: string) =>
    `El texto de esta campaña aún no está traducido. Lo lee y lo firma en este idioma: ${language}.`,
  letterIn: (language: string) =>
    `La carta de la que parte está en este idioma: ${language}. Escriba la suya en un idioma que lean sus representantes.`,
};
