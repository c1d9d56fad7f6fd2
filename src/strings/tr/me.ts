import { plural } from '../plural.ts';

/** The page where somebody asks for a link to what we hold about them. */
export const me = {
  title: 'Hakkımda ne saklıyorsunuz?',
  lead: 'Bizden gelen her e-postanın sonunda, hakkınızda sakladığımız her şeye giden bir bağlantı vardır: görmek, adınızı gizlemek, geri çekmek ya da silmek için.',
  lost: 'E-postaları kaybettiniz mi?',
  lostLead:
    'İmzalarken ya da yazarken kullandığınız adresi yazın. Adresi biliyorsak yeni bir bağlantı oraya doğru yola çıkar. Bu bağlantı sayfanızı açar; adınızı ve yazdığınız öteki bilgileri ise yalnızca ilk e-postamızdaki bağlantı açar, çünkü anahtar yalnızca o e-postadadır.',
  closed: (campaigns: string) =>
    `Kalıcı olarak kapatılmış kampanyalarda artık kimse bir adresi arayamaz, biz de arayamayız. Orada sayfanıza yalnızca e-postanızdaki bağlantı götürür: ${campaigns}.`,
  button: 'Bana bağlantı gönder',
  mailedTitle: 'Posta kutunuza bakın',
  mailed:
    'Bu adres hakkında bir şey saklıyorsak, ona giden bir bağlantı yola çıktı. Beş dakika içinde bir şey gelmezse istenmeyen e-posta klasörüne bakın; bu adres hakkında hiçbir şey bilmiyor da olabiliriz, bugün oraya üç e-posta gitmiş de olabilir.',
  erasedTitle: 'Her şey silindi',
  erased:
    'İmzanız, mektuplarınız ve bu kampanyada adresiniz hakkında sakladığımız her şey veritabanımızdan silindi. Adınızı ve adresinizi içermeyen bir not tutarız; bir gün bir yedek geri yüklenirse bu notla yeniden silinirler. Daha önce e-postayla gönderilmiş olanlar, alanlarda kalır.',
};

/** The page that a link opens. */
export const yourData = {
  title: 'Hakkınızda sakladıklarımız',
  lead: (campaign: string) => `“${campaign}” adlı kampanyada`,
  signature: 'İmzanız',
  state: 'Durum',
  states: {
    pending: 'Onayınızı bekliyor; henüz sayılmıyor',
    confirmed: 'Onaylandı ve sayılıyor',
    withdrawn: 'Geri çekildi; sayılmıyor',
    expired: 'Süresi doldu; sayılmıyor',
    invalidated: 'Kampanya ekibi tarafından sayımdan çıkarıldı',
  },
  gathered: 'Toplandığı yer',
  /** Nothing is said of those that were gathered here. */
  origins: {
    site: '',
    paper: 'Kâğıt üzerinde; kampanya ekibi tarafından teslim edildi',
    import: 'Başka bir yerde; kampanya ekibi tarafından teslim edildi',
  },
  signedAt: 'İmzalandı',
  writtenAt: 'Yazıldı',
  templateShare: 'İçinde kampanyanın hazır metni',
  inTen: (tenths: number) => `10 sözden yaklaşık ${tenths} tanesi`,
  confirmedAt: 'Onaylandı',
  invalidatedAt: 'Sayımdan çıkarıldı',
  invalidatedWhy: 'Kampanya ekibinin gerekçesi',
  invalidatedNote: (publisher: string, contact: string) =>
    `${publisher} imzanızı sayımdan çıkardı. İmzanızla ilgili hiçbir şey gösterilmez ve sayılmaz; yeniden imzalamak bunu değiştirmez. Bir yanlışlık varsa şu adrese yazın: ${contact}. Ne karar verirlerse versinler sayım dışında kalsın diye imzanızı geri çekebilir ya da her şeyi silebilirsiniz.`,
  toTheHour: (time: string) => `${time} (saat hassasiyetinde)`,
  source: 'Sizi getiren bağlantının kodu',
  language: 'Dil',
  sealedSignature:
    'Adınız, adresiniz, posta kodunuz, yorumunuz ve haber isteyip istemediğiniz mühürlüdür. Bu sunucuda bunların anahtarı yoktur: Sizden onay isteyen e-postadaki bağlantıyla açılırlar, bir de kampanyanın ekibi onları açabilir.',
  sealedElsewhere:
    'Adınız, adresiniz, posta kodunuz ve yorumunuz kampanya ekibi tarafından teslim edildi ve mühürlüdür: Bu sunucuda bunların anahtarı yoktur, hiçbir bağlantı da onları açmaz. Görmek isterseniz kampanya ekibine sorun.',
  agreedElsewhere: 'Neye rıza gösterdiğiniz, imzaladığınız yerde yazıyordu; metin kampanya ekibindedir.',
  sealedLetter:
    'Adınız, adresiniz, posta kodunuz ve mektubun kendisi mühürlüdür: Bu mektubu onaylamanızı isteyen e-postadaki bağlantıyla açılırlar.',
  resubmissions: (count: number) =>
    plural('tr', count, {
      one: 'Adresinizi taşıyan bir form kendi onayını bekliyor; onu yalnızca kendi e-postasındaki bağlantı açar.',
      other: `Adresinizi taşıyan ${count} form kendi onaylarını bekliyor; her birini yalnızca kendi e-postasındaki bağlantı açar.`,
    }),
  agreed: 'Neyi imzaladınız',
  consent: 'Neye rıza gösterdiniz',
  ticked: 'İşaretlediniz:',
  notTicked: 'İşaretlemediniz:',
  tickedSealed: 'Bunu işaretleyip işaretlemediğiniz mühürlüdür:',
  shown: 'Herkese gösterim',
  shownAs: {
    shown: 'Kampanyanın sayfasında gösterilen:',
    waiting: 'Bunun gösterilmesini seçtiniz. Kampanya ekibinin bakmasını bekliyor:',
    hidden: 'Bunun gösterilmesini seçtiniz. Kampanya ekibi göstermiyor:',
  },
  /** Of a name that its signer chose to show. */
  standings: {
    waiting: 'Henüz değil: Kampanya ekibini bekliyor',
    hidden: 'Hayır: Kampanya ekibi göstermiyor',
  },
  hidden: 'Kampanyanın sayfasında hakkınızda hiçbir şey gösterilmiyor.',
  hide: 'Adımı gizle',
  show: 'Adımı, ülkemi ve yorumumu göster',
  cannotShow: 'Gösterilmek için, onay verdiğiniz e-postadaki bağlantıyı kullanın: Adınızı yalnızca o açar.',
  cannotShowElsewhere: 'Gösterilmek için burada da imzalayın: Yalnızca bir kez sayılırsınız.',
  news: 'E-postayla haberler',
  newsOff: 'Artık haber istemediğinizi bildirdiniz. Kampanya ekibinin listesinde de böyle yazıyor.',
  newsLead: 'O kutuyu işaretlediyseniz kampanya ekibi size haber gönderebilir. Bunu burada geri alırsınız.',
  noNews: 'Haber istemiyorum',
  withdrawTitle: 'İmzanızı geri çekin',
  withdrawLead:
    'İmza artık sayılmaz, gösterilmez ve dışa aktarılmaz. Yazdıklarınız, siz silene ya da kampanyanın süresi bitene kadar mühürlü kalır.',
  withdraw: 'İmzamı geri çek',
  signAgain: 'Yeniden imzala',
  letter: (number: number) => `Mektup ${number}`,
  letterStates: {
    pending: 'Onayınızı bekliyor; gönderilmedi',
    verified: 'Onaylandı',
    expired: 'Süresi doldu; gönderilmedi',
  },
  answers: 'Bize bildirdiğiniz yanıtlar',
  answer: { yes: (name: string) => `${name}: yanıt verdi`, no: (name: string) => `${name}: henüz yanıt yok` },
  channels: {
    email: 'e-postayla',
    form: 'iletişim formuyla',
    phone: 'telefonla',
    post: 'postayla',
    none: 'bilinen bir yol yok',
  },
  delivery: (name: string, channel: string, state: string) => `${name}: ${channel}; ${state}`,
  deliveryStates: {
    unconfirmed: 'onayınızı bekliyor',
    queued: 'yolda',
    yours: 'göndermenizi bekliyor',
    sent: 'gönderildi',
    bounced: 'geri geldi, adres kabul etmedi',
    failed: 'gönderilemedi',
    'handed-over': 'siz gönderdiniz',
    repeated: 'gönderilmedi: daha önce yazmıştınız',
  },
  sendYourself: 'Kendiniz nasıl gönderirsiniz',
  textGone: 'Metin, onu sakladığımız günler dolunca silindi.',
  json: 'Dosya olarak alın',
  download: 'İndir',
  jsonLead: 'Bu sayfanın tamamı, programların okuduğu bir biçimde (JSON).',
  eraseTitle: 'Her şeyi silin',
  eraseLead:
    'İmzanız artık sayılmaz, henüz yola çıkmamış mektuplar gönderilmez ve bu kampanyada adresiniz hakkında sakladığımız her şey silinir; adınızı ve adresinizi içermeyen bir not, bir yedek geri yüklenirse bunların yeniden silinmesini sağlar. Bu geri alınamaz. Daha önce e-postayla gönderilmiş olanlar, alanlarda kalır.',
  sure: 'Evet, hakkımdaki her şeyi sil.',
  sureMissing: 'Gerçekten her şeyi silmek istiyorsanız kutuyu işaretleyin.',
  erase: 'Her şeyi sil',
  done: {
    show: 'Adınız artık gösteriliyor.',
    'show-waiting': 'Gösterilmeyi seçtiniz. Kampanya ekibi baktıktan sonra adınız görünür.',
    'show-hidden': 'Gösterilmeyi seçtiniz. Kampanya ekibi adınızı göstermiyor.',
    hide: 'Adınız artık gizli.',
    'no-news': 'Hiçbir haber listesinde yer almayacaksınız.',
    withdraw: 'İmzanız geri çekildi. Artık sayılmıyor.',
  },
  refused: 'Bu yapılamadı: Sayfa bu arada değişmişti. Şimdiki durum budur.',
};
