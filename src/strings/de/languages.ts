export const languages = {
  choose: 'Sprachen',
  textIn: (language: string) =>
    `Der Text dieser Kampagne ist noch nicht übersetzt. Sie lesen und unterzeichnen ihn in dieser Sprache: ${language}.`,
  letterIn: (language: string) =>
    `Der Brief, mit dem Sie beginnen, ist in dieser Sprache: ${language}. Schreiben Sie Ihren in einer Sprache, die Ihre Abgeordneten lesen.`,
};
