export const languages = {
  choose: 'Langues',
  textIn: (language: string) =>
    `Le texte de cette campagne n’est pas encore traduit. Vous le lisez et le signez dans cette langue : ${language}.`,
  letterIn: (language: string) =>
    `La lettre de départ est rédigée dans cette langue : ${language}. Écrivez la vôtre dans une langue que vos parlementaires lisent.`,
};
