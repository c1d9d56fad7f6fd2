export const layout = {
  siteName: 'Kampanyalar',
  skip: 'İçeriğe geç',
  allCampaigns: 'Bütün kampanyalar',
  mailbox: 'Deneme posta kutusu',
  publishedBy: 'Yayımlayan',
  contact: 'İletişim',
  address: 'Adres',
  dataController: 'Veri sorumlusu',
  privacy: 'Gizlilik',
  accessibility: 'Erişilebilirlik',
  yourData: 'Hakkımda ne saklıyorsunuz?',
  noTracking: 'Bu site izleme çerezi koymaz ve başka hiçbir yerden bir şey yüklemez.',
};

export const home = {
  title: 'Kampanyalar',
  description: 'İmzalanacak dilekçeler, yazılacak mektuplar.',
  none: 'Burada henüz bir kampanya yok.',
  closed: 'Sona erdi',
};

export const campaign = {
  kicker: 'Dilekçe',
  kickerClosed: 'Dilekçe, sona erdi',
  petition: 'Neyi imzalıyorsunuz',
  petitionClosed: 'Ne imzalandı',
  to: (addressee: string) => `Sunulduğu makam: ${addressee}`,
  askChanged: (days: string) =>
    `Bu metin şu tarihte değiştirildi: ${days}. Her imza, imzacısının gördüğü sözlere bağlı kalır.`,
  argument: 'Gerekçe',
  backToText: (note: number) => `Metindeki ${note} numaralı nota dön`,
  argumentMissing: 'Bu dilekçenin gerekçesi henüz yayımlanmadı.',
  closesOn: (day: string) => `İmzaya açık; son gün ${day}`,
  signBar: 'Dilekçeyi imzala',
  recent: 'Son imzalayanlar',
  lettersTitle: 'Temsilcinize yazın',
  lettersText: 'İmza sayılır. Mektup okunur. Sizi kimin temsil ettiğini görmek için ülkenizi seçin.',
  lettersButton: 'Temsilcileri bul',
  outcome: 'Ne sonuç verdi',
  handedOver: (count: string, day: string) => `${count} imza ${day} günü teslim edildi.`,
  handedOverOn: (day: string) => `İmzalar ${day} günü teslim edildi.`,
  handedOverCount: (count: string) => `${count} imza teslim edildi.`,
  notHandedOver: 'İmzalar henüz teslim edilmedi.',
  answer: 'Yanıt',
  noAnswer: 'Henüz bir yanıt gelmedi.',
  closedNote: 'Bu dilekçe sona erdi: Artık imzalanamaz.',
};

export const progress = {
  /** Follows the number itself, which stands in an element of its own. */
  signed: () => 'kişi imzaladı',
  goal: (goal: string) => `Sonraki hedef: ${goal}`,
  reached: (goal: string) => `${goal} imza hedefine ulaşıldı`,
  first: 'İlk imzalayan siz olun.',
  meter: 'Sonraki hedefe doğru imzalar',
};

export const sign = {
  title: 'Bu dilekçeyi imzalayın',
  pausedTitle: 'İmzalama durduruldu',
  paused:
    'Kampanya ekibi imzalamayı şimdilik durdurdu. Lütfen daha sonra yeniden gelin. Daha önce imzaladıysanız e-postanızdaki bağlantı ve kod hâlâ geçerlidir ve imzanız sayılır.',
  readText: 'Tam olarak neyi imzaladığınızı okuyun',
  emailHint: 'Siz olduğunuzu onaylamanız için oraya bir bağlantı göndeririz.',
  commentHint: 'Yalnızca aşağıdaki kutuyu işaretlerseniz gösterilir.',
  button: 'Dilekçeyi imzala',
  working: 'Bir dakika: Tarayıcınız robotları uzak tutan küçük bir hesap yapıyor. Bir şey yapmanız gerekmiyor.',
  leaveEmpty: 'Bu alanı boş bırakın',
  stored: (publisher: string) =>
    `Yazdıklarınız hemen mühürlenir: Sunucuda (${publisher}) bunların anahtarı yoktur, anahtar yalnızca bu kampanyanın ekibindedir. Yukarıdaki kutuyu işaretlemedikçe hakkınızda hiçbir şey herkese gösterilmez.`,
  storedWithKey:
    'Yazdıklarınız hemen mühürlenir. Bu site hâlâ kuruluyor ve bunları açan anahtar hâlâ aynı sunucuda duruyor. Yukarıdaki kutuyu işaretlemedikçe hakkınızda hiçbir şey herkese gösterilmez.',
  privacy: 'Açık sözlerle gizlilik',
};

export const checkYourMail = {
  title: 'Posta kutunuza bakın',
  lead: 'Bir adım kaldı: Size bir e-posta yola çıktı. İçindeki bağlantıyı açın ya da kodunu aşağıya yazın.',
  mistyped:
    'Adresiniz doğru mu? @ işaretinden sonra yazdığınız, parmak sürçmesine benziyor; gmail.com yerine gmial.com gibi. Doğruysa sorun yok. Değilse e-postamız size ulaşmaz: Formu yeniden doldurun.',
  noMail: 'Beş dakika sonra hâlâ e-posta yok mu?',
  spam: 'İstenmeyen e-posta (spam) klasörüne bakın.',
  again:
    'Adres yanlış yazıldıysa formu doğru adresle yeniden doldurun. Onaylanmamış hiçbir şey hiçbir zaman sayılmaz ve gönderilmez. Bir adrese günde en çok üç e-posta gider.',
  signAgain: 'Kampanyaya dön',
  mailboxLead: 'Bu bir denemedir: E-postalar gerçekten gönderilmez, burada tutulur.',
  mailboxLink: 'Deneme posta kutusunu aç',
  codeTitle: 'Bunun yerine kodu yazın',
  codeLead: 'Bağlantı açmak istemiyorsanız e-postadaki kodu girin.',
  codeHint: 'E-postamızdaki altı hane.',
  codeButton: 'Onayla',
};

export const signed = {
  title: 'Teşekkür ederiz. İmzanız sayılıyor.',
  lead: (title: string) => `“${title}” başlıklı dilekçedeki imzanızı onayladınız`,
  lettersTitle: 'Şimdi temsilcinize yazın',
  lettersText: 'Beş dakika sürer; kendi sözlerinizle bir mektup, listedeki bir addan daha ağır basar.',
  lettersButton: 'Mektup yaz',
  back: 'Kampanyaya dön',
};

export const confirm = {
  signature: {
    pending: 'İmzanızı onaylayın',
    pendingLead: 'Lütfen istediğinizin bu olup olmadığına bakın. Düğmeye bastığınızda imzanız sayılır.',
    button: 'İmzamı onayla',
    done: 'İmzanız zaten onaylı',
    doneLead: 'İmzanız sayılıyor; yapılacak başka bir şey yok.',
  },
  letter: {
    pending: 'Mektubunuzu onaylayın',
    pendingLead: 'Lütfen istediğinizin bu olup olmadığına bakın. Düğmeye bastığınızda mektubunuz gönderilir.',
    button: 'Mektubumu onayla ve gönder',
    done: 'Mektubunuz zaten onaylı',
    doneLead: 'Gönderildi ya da gönderilmek üzere; yapılacak başka bir şey yok.',
    sendLead: 'Bizim e-postayla gönderdiklerimiz gönderildi ya da gönderilmek üzere. Bir kısmını siz gönderirsiniz.',
    send: 'Nasıl gönderirsiniz',
  },
  petition: 'Kampanya',
  notYou: 'Bundan haberiniz yok mu? Bu sayfayı kapatın: Düğmeye basılmadan hiçbir şey olmaz.',
  back: 'Kampanyaya git',
};
