import { plural } from '../plural.ts';

export const letter = {
  title: 'Temsilcinize yazın',
  description: 'Sizi kimin temsil ettiğini bulun, kendi sözlerinizle yazın ve tam olarak neyin gönderileceğini görün.',
  steps: (most: number) =>
    plural('tr', most, {
      one: 'Bir temsilci seçin. E-posta adresi varsa ona, yanıt için sizin adresinizi de içeren bir e-posta göndeririz; yoksa ona bizim yardımımızla kendiniz ulaşırsınız.',
      other: `En çok ${most} temsilci seçin. E-posta adresi olan her birine, yanıt için sizin adresinizi de içeren ayrı bir e-posta göndeririz; ötekilere bizim yardımımızla kendiniz ulaşırsınız.`,
    }),
  verifyFirst: 'Siz kendi adresinizi onaylamadan hiçbir şey gönderilmez.',
  where: 'Nerede yaşıyorsunuz?',
  find: 'Temsilcileri bul',
  change: 'Temsilcileri göster',
  byPostcode: 'Sizi kimin temsil ettiğini posta kodunuzla bulun',
  postcodePrivate: 'Onunla bölgenizi buluruz ve saklamayız.',
  findAreas: 'Ara',
  postcodeSource: (source: string) => `Posta kodları: ${source.replace(/\.$/, '')}.`,
  orChoose: 'Ya da seçin',
  search: 'Ad, bölge ya da parti',
  more: 'Başka biri: ad, bölge ya da parti',
  findMore: 'Daha fazla bul',
  within: (areas: string[]) =>
    areas.length === 1
      ? `Bölge: ${areas.join()}.`
      : `Birden çok bölge uyuyor: ${areas.join('; ')}. Sizi temsil edeni seçin.`,
  rest: (count: string) => `${count} kişi daha uyuyor. Görmek için bir bölge seçin ya da ad, bölge veya parti arayın.`,
  nobodyFits: 'Kimse uymuyor. Başka bir yazılışı, adın bir parçasını ya da bütün bölgeleri deneyin.',
  others: 'Başkalarına da, başka bir mektupla yazabilirsiniz',
  writeToThese: (titles: string[], count: string) => `Şunlara yazın: ${titles.join(', ')} (${count})`,
  allAreas: 'Bütün bölgeler',
  who: 'Kime yazacaksınız',
  none: (country: string) =>
    `${country} için henüz bir temsilci bilmiyoruz. Başka bir ülke seçin ya da dilekçeyi imzalayın.`,
  source: (source: string) => `Kaynak: ${source}.`,
  asOf: (day: string) => `Tarih: ${day}.`,
  show: (count: string) => `${count} temsilciyi göster`,
  paused: 'E-posta gönderimi yeni bir duyuruya kadar durduruldu.',
  channels: {
    email: 'bizim göndereceğimiz e-postayla',
    form: 'iletişim formuyla: siz gönderirsiniz',
    phone: 'telefonla: sözleri biz veririz',
    post: 'postayla: siz yazdırırsınız',
    none: 'Bu temsilciye ulaşmanın bir yolu bilinmiyor.',
  },
  you: 'Sizin hakkınızda',
  emailHint: 'Temsilciler adresi görür ve yanıtı oraya yazar.',
  postcodeHint:
    'Birçok temsilci yalnızca kendi bölgesinin insanlarına yanıt verir. Posta kodu mektubunuzun altında yer alır.',
  yourLetter: 'Mektubunuz',
  placeholders: '{{ representative }} ve {{ name }} olduğu gibi kalsın: Her kopyada yerlerine doğru adlar yazılır.',
  preview: 'Önizleme',
  send: 'Onay için gönder',
  stored: (publisher: string) =>
    `Mektubunuz seçtiğiniz temsilcilere, bir kopyası da size gider. Sunucuda (${publisher}), yazdığınız öteki bilgilerle birlikte mühürlüdür; adınızı ve adresinizi kampanya ekibi açabilir. Mektubun metni birkaç hafta sonra silinir.`,
  privacy: 'Açık sözlerle gizlilik',
};

/** What helps people to a letter of their own. Nothing of it is a condition. */
export const coaching = {
  title: 'Ne kadarı sizin',
  meter: 'Kendi sözleriniz',
  /** @param tenths how much of the letter is the template's, 0…10 */
  says: (tenths: number): string => {
    if (tenths === 0) return 'Hepsi kendi sözleriniz; bir mektuba ağırlığını veren de budur.';
    if (tenths < 5) return 'Çoğu kendi sözleriniz; bir mektuba ağırlığını veren de budur.';
    return `${templatesPart(tenths)} Kendi sözlerinizle bir paragraf mektuba ağırlık katar.`;
  },
  ask: 'Kendi sözlerinizle bir paragraf yeter. Örneğin:',
  questions: [
    'Sizin ya da bir tanıdığınızın başından ne geçti?',
    'Yaşadığınız yer için bu neden önemli?',
    'Temsilciniz ne yapmalı?',
  ],
};

function templatesPart(tenths: number): string {
  if (tenths === 10) return 'Bütün sözler hazır metinden.';
  if (tenths === 5) return 'Sözlerin yaklaşık yarısı hazır metinden.';
  return `Yaklaşık her on sözden ${{ 6: 'altısı', 7: 'yedisi', 8: 'sekizi', 9: 'dokuzu' }[tenths] ?? tenths} hazır metinden.`;
}

export const letterPreview = {
  title: 'Gönderilecek olan bu',
  lead: (mails: number, others: number) =>
    [
      mails > 0 &&
        plural('tr', mails, {
          one: 'Bir e-posta, tam olarak burada durduğu gibi.',
          other: `${mails} e-posta, tam olarak burada durduğu gibi.`,
        }),
      others > 0 &&
        plural('tr', others, {
          one: 'Kendiniz ulaştıracağınız bir mektup: Onaylandığında nasıl yapacağınızı gösteririz.',
          other: `Kendiniz ulaştıracağınız ${others} mektup: Onaylandıklarında nasıl yapacağınızı gösteririz.`,
        }),
    ]
      .filter(Boolean)
      .join(' '),
  verifyFirst: 'Siz kendi adresinizi onaylamadan hiçbir şey gönderilmez.',
  from: 'Kimden',
  replyTo: 'Yanıt adresi',
  to: 'Kime',
  way: 'Nasıl',
  subject: 'Konu',
  send: 'Onay için gönder',
  edit: 'Değiştir',
};

export const letterSent = {
  title: 'Teşekkür ederiz. Mektubunuz yola çıktı.',
  lead: 'Adresiniz onaylandı. E-posta adresi olan her temsilciye, ofisinin çalışma saatlerinde ve her seferinde birkaç tane olmak üzere ayrı bir e-posta gider; size de hemen bir kopya gelir. Kendiniz ulaşacağınız ya da burada daha önce yazdığınız biri varsa, kopyada yazar.',
  reply: 'Yanıtlar doğrudan sizin posta kutunuza gelir; bu birkaç hafta sürebilir.',
  sign: 'Dilekçeyi de imzala',
  back: 'Kampanyaya dön',
};
