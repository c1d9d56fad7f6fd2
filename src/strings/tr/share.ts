/** Links on pages, to pass a campaign on. */
export const share = {
  title: 'Başkalarına duyurun',
  device: 'Paylaş…',
  email: 'E-posta',
  mailBody: (title: string, url: string) =>
    `Bu kampanya benim için önemli, belki sizin için de öyledir:\n\n${title}\n${url}\n`,
  /** Names of places, as they call themselves. */
  places: {
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    line: 'LINE',
    mastodon: 'Mastodon',
    bluesky: 'Bluesky',
    x: 'X',
    facebook: 'Facebook',
  },
  newTab: 'Her bağlantı yeni bir sekmede açılır. Bu hizmetler ancak bağlantıyı izlerseniz sizden haberdar olur.',
  link: 'Ya da bu adresi kopyalayın',
  linkHint: 'Signal için ve insanlarla konuştuğunuz her yer için.',
  copy: 'Adresi kopyala',
  copied: 'Adres kopyalandı.',
  more: 'Afiş, QR kodu ve kendi siteniz için form',
};

/** The page about all the ways to pass a campaign on, and that of Mastodon. */
export const sharing = {
  title: 'Kampanyayı yayın',
  lead: (title: string) => `“${title}” kampanyasını başkaları da duysun diye yapabilecekleriniz`,
  qrTitle: 'QR kodu ve afiş',
  qrLead:
    'Bir duyuru panosu, bir vitrin ya da bir konuşmanın son slaydı için: Telefonunu ona tutan herkes kampanyayı bulur.',
  qrLabel: 'Kampanyaya götüren QR kodu',
  poster: 'Yazdırılacak bir afiş, A4',
  posterLead: 'A4 kâğıda yazdırın ya da PDF olarak kaydedin.',
  posterCall: 'Okuyun. İmzalayın.',
  posterRead: 'Ne sonuç verdiğini okuyun.',
  print: 'Yazdır',
  embedTitle: 'Kendi sitenizde',
  embedLead:
    'Bu satırlar formu ve imza sayısını sizin bir sayfanızda gösterir. Çerez koymaz, okurlarınızda bir şey saklamazlar; formun sonraki adımı yeni bir sekmede açılır.',
  embedCode: 'Kopyalanacak satırlar',
  embedScript: 'Betik, çerçeveyi içindekiler kadar yüksek yapar. Betik olmadan çerçevenin içi kaydırılır.',
  embedSee: 'Nasıl göründüğüne bak',
  oembed: 'WordPress gibi oEmbed tanıyan bir sitede kampanyanın adresini yapıştırmak yeter.',
  feedTitle: 'Dönüm noktaları',
  feedLead:
    'Haber okuyucunuz için bir akış, bir hedefe ulaşıldığını, imzaların teslim edildiğini ya da bir yanıt geldiğini bildirir.',
  feed: 'Bu kampanyanın akışı (Atom)',
  back: 'Kampanyaya dön',
  mastodonTitle: 'Mastodon’da paylaş',
  mastodonLead:
    'Mastodon’un çok sayıda sunucusu var. Sizinki hangisi? Yazdığınızı ne saklarız ne de başkasına iletiriz.',
  server: 'Sunucunuz',
  serverHint: 'Örneğin social.example; oradaki tam adınız da olur.',
  serverButton: 'Devam et',
  serverOpen: (server: string) => `Gönderiyi yaz: ${server}`,
};

/** Titles of milestones in the feed. */
export const feed = {
  goal: (goal: string) => `${goal} kişi imzaladı`,
  titles: {
    opened: 'Kampanya başladı',
    'text-changed': 'Dilekçenin metni değiştirildi',
    'handed-over': 'İmzalar teslim edildi',
    answered: 'Bir yanıt geldi',
  },
};
