/** The page /privacy, in plain words. A sentence that no test proves does not belong here; docs/privacy.md names the tests. */
export const privacy = {
  title: 'Açık sözlerle gizlilik',
  lead: 'İmzalamak bir risk olabilir. Bu sayfa, bu sitenin neyi sakladığını, bunu kimin ve ne kadar süre okuyabileceğini ve siteyi zorla ele geçiren birinin eline ne geçeceğini anlatır.',
  short: (keyHere: boolean) => [
    `Adımı kim görür? Kampanyanın ekibi${keyHere ? ' ve ekibin anahtarı bu sunucuda durduğu sürece sunucuyu elinde tutan' : ''}; gösterilebileceğini işaretlemediğiniz sürece başka hiç kimse.`,
    'Veritabanı çalınırsa ne olur? Adınız orada, hırsızın okuyabileceği hiçbir biçimde bulunmaz.',
    'Nasıl çıkarım? Size gelen e-postadaki bağlantıyla: istediğiniz zaman, kimseye sormadan görün, gizleyin, geri çekin ya da silin.',
  ],
  demo: 'Bu bir denemedir: E-postalar gönderilmek yerine bu makinedeki dosyalara yazılır ve bu dosyalar okunabilir. Bir e-posta sunucusu ayarlandığında bunlardan hiçbir şey kalmaz.',
  keyOnServer:
    'Bu site hâlâ kuruluyor: Kampanya ekibinin anahtarı aynı sunucuda duruyor. Oradan taşınana kadar, sunucuyu ele geçiren mühürlü olanı okuyabilir.',

  storedTitle: 'Ne saklanır ve kim okuyabilir',
  sealed: (keyHere: boolean) =>
    `Aşağıda “mühürlü” şu demektir: öyle kilitlenmiş ki kilitleyen onu yeniden açamaz. Onu yalnızca kampanya ekibinin anahtarı açar; ${keyHere ? 'bu anahtar şimdilik hâlâ bu sunucuda duruyor' : 'ekip bu anahtarı bu sunucudan uzakta tutar'}.`,
  stored: (keyHere: boolean) => [
    {
      what: 'Adınız, e-posta adresiniz, posta kodunuz, yorumunuz ve haber isteyip istemediğiniz',
      how: `Düğmeye bastığınız anda mühürlenir. ${keyHere ? 'Kampanya ekibinin anahtarı bu sunucuda durduğu sürece, sunucuyu elinde tutan bunları her zaman açabilir.' : 'Bu sunucu, az önce mühürlediğini en çok on dakika boyunca hâlâ açabilir; sonra nasıl açılacağını unutur.'} Kampanya ekibi açabilir, size gelen e-postadaki bağlantıyla siz de açabilirsiniz.`,
    },
    {
      what: 'Adınız, ülkeniz ve yorumunuz, gösterilebileceklerini işaretlediyseniz',
      how: 'Kampanyanın sayfasında herkese gösterilir, ama ancak siz onayladıktan sonra. Veritabanında ad ve yorum bu sunucunun bir anahtarıyla kilitlidir. İstediğiniz zaman yeniden gizleyebilirsiniz.',
    },
    {
      what: 'Ülkeniz, diliniz, sizi buraya getiren bağlantının kodu ve saat',
      how: 'Bu siteyi işleten, imzaları bunlara göre saymak için bunları okuyabilir. Adınızın yanında değil, bir numaranın yanında dururlar. Zamanlar geriye doğru saat başına yuvarlanır.',
    },
    {
      what: 'Adresinizin bir parmak izi',
      how: 'Bir posta kutusu bir kez imzalasın diye. Veritabanının dışında duran gizli bir anahtarla yapılır: O anahtar olmadan kimse bir adresin burada olup olmadığını sınayamaz. Kampanya kalıcı olarak kapatıldığında anahtar yok edilir.',
    },
    {
      what: 'Mektubunuz, yazdıysanız',
      how: 'Kendine ait bir anahtarla kilitlidir; gönderebilmek için bu anahtar bu sunucudadır. Kime yazdığınız, ulaşıp ulaşmadığı, bize bir yanıt bildirip bildirmediğiniz ve yaklaşık ne kadarının kampanyanın hazır metni olduğu bir numaranın yanında tutulur; kampanya ekibi buna adınızı ekleyebilir.',
    },
    {
      what: 'Size gönderilmeyi bekleyen e-postalar',
      how: 'Bu sunucunun bir anahtarıyla kilitlidir, her on dakikada yeni bir anahtarla; yanlarında ne zaman yazıldıkları ve göndermenin bir sonraki ne zaman deneneceği durur. Gönderilen e-posta silinir, o on dakikanın hepsi gönderilince anahtar da silinir. Bir e-posta olduğu dört hafta sonra unutulur.',
    },
    {
      what: 'Hangi imzaların aynı gün aynı ağdan geldiği ve hangi adreslerin e-posta sağlayıcısının aynı olduğu',
      how: 'Bir makinenin uydurduğu imzaları bulmak için. Gizli bir anahtarla yapılan, numaranın yanında iki hafta duran bir işarettir. Ağlar için anahtar yalnızca sunucunun belleğinde bulunur ve her gün atılır: Ondan sonra hangi ağ olduğunu kimse bulamaz, biz de bulamayız. Yalnızca makinelerin gördüğü bir alanın doldurulup doldurulmadığı da aynı süre boyunca kaydedilir.',
    },
    {
      what: 'Ağ adresiniz, çerezler, ne okuduğunuz',
      how: 'Bu site saklamaz. Çerez koymaz ve başka hiçbir yerden bir şey yüklemez. Önünde duran, örneğin bir barındırma şirketi, kendi kayıtlarını tutuyor olabilir.',
    },
  ],

  takenTitle: 'Birinin eline ne geçer?',
  taken: (keyHere: boolean) => [
    {
      who: 'Veritabanının bir kopyasını çalan hırsız',
      gets: 'Her numara için: ülke, dil, saat, bir bağlantının kodu, onaylanıp onaylanmadığı, geri çekilip çekilmediği ya da sayımdan çıkarılıp çıkarılmadığı, son iki hafta içinde hangilerinin aynı gün tek bir ağdan geldiği, mektupların kimlere gittiği ve yaklaşık ne kadarlarının kampanyanın hazır metni olduğu; ayrıca hangi imza ile hangi mektupların aynı adresten geldiği, ama hangi adresten olduğu değil. Ad yok, adres yok, posta kodu yok, yorum yok, mektup yok.',
    },
    {
      who: 'Bir yedeği çalan hırsız',
      gets: 'Kampanya ekibinden birinin anahtarı olmadan hiçbir şey.',
    },
    {
      who: 'Sunucuda duran her şeyi çalan hırsız',
      gets: `Veritabanında duranlar, gösterilebileceğini işaretleyen herkesin adı ve yorumu, ayrıca: gönderilmeyi bekleyen e-postalar ve bağlantılarının açtıkları, son haftaların mektupları ve yazanları ve önceden bildiği bir adresin imzalayıp imzalamadığını sınamanın bir yolu. ${keyHere ? 'Kampanya ekibinin hâlâ orada duran anahtarıyla imzacıların listesi ve mühürlü olan diğer her şey de bunların arasındadır.' : 'İmzacıların listesi bunların arasında değildir: Kampanya ekibinin anahtarı orada değildir.'}`,
    },
    {
      who: 'Çalışan sunucuyu ele geçiren ve çalıştırmayı sürdüren biri',
      gets: `Bunların hepsi, son on dakikada yazılanlar, belki biraz daha önce belleğinden geçenlerin izleri ve o andan sonra yazılan her şey. ${keyHere ? 'Kampanya ekibinin hâlâ orada duran anahtarıyla daha önce mühürlenmiş olan her şey de.' : 'Daha önce mühürlenmiş olan mühürlü kalır.'}`,
    },
    {
      who: 'Bir mahkeme ya da bir makam',
      gets: `Bu siteyi işletenden: yukarıdaki gibi, sunucuda duranlar. ${keyHere ? 'Kampanya ekibinin imzaları açan anahtarı da şimdilik bunların arasındadır.' : 'İmzaları açmak için, anahtarı elinde tutan kampanya ekibine başvurması gerekir.'}`,
    },
    {
      who: 'E-posta sağlayıcınız',
      gets: 'Size gönderdiğimiz e-postalar: sizden onay istendiği ve yazdıklarınızı açan bağlantı. Bu sizin için bir riskse e-postayı silin; yazdıklarınızı sonra görmek ya da geri çekmek istiyorsanız saklayın.',
    },
    {
      who: 'Bu sunucunun sorduğu ad sunucusunu işleten',
      gets: 'Bir alan adına e-posta gittiği: adresinizde @ işaretinden sonra gelen, öncesinden hiçbir şey değil. Bu siteyi işleten bunu kapatabilir.',
    },
    {
      who: 'Elinde kampanya ekibinden birinin çalınmış ya da ödünç alınmış anahtarı olan biri',
      gets: 'Veritabanının bir kopyasıyla birlikte: o kişi için mühürlenmiş her şey. Ekipteki ötekiler bu anahtarı burada saklananların dışında bırakabilir, ama daha önce alınmış bir kopyanın dışında bırakamaz.',
    },
  ],

  keptTitle: 'Ne kadar süreyle',
  kept: (days: { unconfirmed: string; letterText: string; afterClose: string }) => [
    `Onaylamadıklarınız ${days.unconfirmed} sonra silinir; kampanya ekibi daha önce sayımdan çıkarmış olsa bile.`,
    'Hangi imzaların aynı ağdan ve aynı e-posta sağlayıcısından geldiği iki hafta sonra unutulur.',
    `Bir mektubun metni, yazılmasından ${days.letterText} sonra silinir.`,
    `Hakkınızdaki öteki her şey, kampanyanın sona ermesinden ${days.afterClose} sonra silinir. İmza sayısı kalır.`,
    'Kendiniz sildiğiniz her şey hemen silinir. Adınızı ve adresinizi içermeyen bir not tutarız; bir gün bir yedek geri yüklenirse bu notla yeniden silinir.',
  ],
  days: (days: string) => `${days} gün`,

  rightsTitle: 'Ne yapabilirsiniz',
  rights:
    'Hakkınızda saklananları, size gelen e-postadaki bağlantıyla görebilir, indirebilir, gizleyebilir, geri çekebilir ve silebilirsiniz. O e-posta yoksa, kampanya kalıcı olarak kapatılmadıysa yeni bir bağlantı isteyin.',
  rightsLink: 'Hakkımda ne saklıyorsunuz?',
  ask: (controller: string) => `Bu kampanyanın verileri hakkında kararı ${controller} verir:`,
  complain: 'Ülkenizin veri koruma kurumuna da şikâyette bulunabilirsiniz.',
};
