import { plural } from '../plural.ts';

/** The pages that the mail `did-they-answer` leads to. */
export const answered = {
  title: (name: string) => `${name} yanıt verdi mi?`,
  lead: {
    yes: (name: string) => `${name} mektubunuza yanıt verdiyse, bunu bize bildirmek için düğmeye basın.`,
    no: (name: string) => `${name} mektubunuza yanıt vermediyse, bunu bize bildirmek için düğmeye basın.`,
  },
  acknowledgement: 'Otomatik bir alındı bildirimi yanıt sayılmaz.',
  button: { yes: 'Evet, yanıt geldi', no: 'Henüz yanıt yok' },
  instead: { yes: 'Ya da yanıt geldiğini bildirin', no: 'Ya da henüz yanıt gelmediğini bildirin' },
  stored: 'Kampanya ekibi kaç kişinin yanıt verdiğini ve kimin vermediğini görür. Yanıtta ne yazdığı aranızda kalır.',
  thanksTitle: 'Teşekkür ederiz',
  thanks: {
    yes: (name: string) => `Bize bildirdiniz: ${name} mektubunuza yanıt verdi.`,
    no: (name: string) => `Bize bildirdiniz: ${name} mektubunuza henüz yanıt vermedi.`,
  },
  nothingYet: 'Bize henüz bir şey bildirmediniz.',
  change: { yes: 'Aslında yanıt geldi', no: 'Aslında yanıt gelmedi' },
  later: 'Bunu e-postamızdaki aynı bağlantılarla istediğiniz zaman değiştirebilirsiniz.',
  back: 'Kampanyaya git',
};

/** The page for whoever got a letter. */
export const why = {
  title: 'Bu mektup size neden geldi',
  lead: (name: string, campaign: string) =>
    `${name} ve ofisi için: “${campaign}” adlı kampanyanın mektupları hakkında.`,
  chosenTitle: 'Biri size yazmak istedi',
  chosen:
    'Bir kişi sizi aradı, buldu, mektubu yazdı ya da değiştirdi, altına adını koydu ve mektuptaki adresin kendisine ait olduğunu, oraya gönderdiğimiz bir bağlantıyla gösterdi. Mektubu onun için biz gönderdik. Yanıtınız bize değil, doğrudan o kişiye gider.',
  directoryTitle: 'Sizi nasıl bulduk',
  directory: (title: string) => `Adresiniz “${title}” adlı rehberde yer alıyor.`,
  source: (source: string) => `Rehberin kaynağı: ${source}.`,
  asOf: (day: string) => `Rehber, ${day} günündeki durumu gösterir.`,
  campaignTitle: 'Arkasında kim var',
  campaign: (publisher: string) => `${publisher} şu kampanyayı yayımlıyor:`,
  countTitle: 'Size kaç kişi yazdı',
  count: (count: number, number: string) =>
    plural('tr', count, {
      one: 'Bu kampanya aracılığıyla size bir kişi, doğrulanmış bir adresle yazdı.',
      other: `Bu kampanya aracılığıyla size ${number} kişi, her biri doğrulanmış bir adresle yazdı.`,
    }),
  paced:
    'Mektuplar bir anda yağmaz: Her biri tek tek, ofislerin çalışma saatlerinde, saatte ve günde ancak belirli sayıda gönderilir.',
  correctTitle: 'Bir yanlışlık mı var?',
  correct: (publisher: string) =>
    `Bu görevde değilseniz, adres yanlışsa ya da başka bir yanlışlık varsa ${publisher} ile iletişime geçin:`,
  pauseTitle: 'Ara verilmesini isteyin',
  pauseLead:
    'Mektuplar ofisinizin okuyabileceğinden hızlı geliyorsa ara verilmesini isteyin. Kararı kampanya ekibi verir; yazmak isteyenler size doğrudan yine yazabilir. Mektuplar tek tıkla sona ermez: Yazanların çoğu, temsil ettiğiniz kişilerdir.',
  pauseButton: 'Ara verilmesini iste',
  again: 'Yeniden iste',
  open: (day: string) =>
    `Ara verilmesi ${day} günü istendi. Kararı kampanya ekibi verir; o zamana kadar mektuplar gönderilmeye devam eder. Yazmak isteyenler size doğrudan yine yazabilir.`,
  declined: (day: string) =>
    `Ara verilmesi istendi, kampanya ekibi bu isteği ${day} günü geri çevirdi. Nedenini öğrenmek için ekibe yazın ya da yeniden isteyin.`,
  paused: (day: string) =>
    `Bu site ${day} gününden beri size mektup göndermiyor; kampanya ekibi araya son verene kadar da göndermeyecek. Yazmak isteyenler size doğrudan yine yazabilir.`,
};
