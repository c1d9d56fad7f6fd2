export const languages = {
  choose: 'Diller',
  textIn: (language: string) => `Bu kampanyanın metni henüz çevrilmedi. Okuyup imzaladığınız metnin dili: ${language}.`,
  letterIn: (language: string) =>
    `Başlangıç mektubunun dili: ${language}. Kendi mektubunuzu temsilcilerinizin okuduğu bir dilde yazın.`,
};
