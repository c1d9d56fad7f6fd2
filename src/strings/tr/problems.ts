export const problem = {
  status: (status: number) => `Hata ${status}`,
  home: 'Bütün kampanyalara git',
  campaign: 'Kampanyaya git',
};

/** What went wrong and what to do next, by HTTP status and by what happens to links and campaigns. */
export const problems = {
  400: {
    title: 'Bunu okuyamadık',
    detail: 'Tarayıcınızın gönderdiği eksik ya da bozuktu. Geri dönün, sayfayı yeniden yükleyin ve bir daha deneyin.',
  },
  403: {
    title: 'Bu başka bir siteden gönderildi',
    detail: 'Formlar yalnızca kendi sayfalarımızdan kabul edilir. Kampanyayı burada açın ve formu oradan gönderin.',
  },
  404: {
    title: 'Böyle bir sayfa yok',
    detail: 'Adres yanlış yazılmış ya da sayfa taşınmış olabilir. Bütün kampanyalar ana sayfadadır.',
  },
  405: {
    title: 'Bu burada olmaz',
    detail: 'Bu adres başka türden isteklere yanıt verir. Kampanyayı açın ve onun formunu kullanın.',
  },
  408: {
    title: 'Bu çok uzun sürdü',
    detail: 'İsteğiniz zamanında tam olarak ulaşmadı ve hiçbir şey saklanmadı. Lütfen yeniden gönderin.',
  },
  410: {
    title: 'Bu artık yok',
    detail: 'Burada duran sona erdi ya da bilerek kaldırıldı. Bütün kampanyalar ana sayfadadır.',
  },
  413: {
    title: 'Bu çok uzun',
    detail: 'Gönderdiğiniz 64 kB boyutundan büyük. Metninizi kısaltın ve yeniden gönderin.',
  },
  415: {
    title: 'Bu biçimi okumuyoruz',
    detail:
      'Formu tarayıcıların gönderdiği gibi gönderin ya da API için application/json içerik türüyle JSON gönderin.',
  },
  417: {
    title: 'Bunu vaat edemeyiz',
    detail: 'Programınız bilmediğimiz bir Expect üst bilgisi gönderdi. İsteği onsuz gönderin.',
  },
  421: {
    title: 'Yanlış adrese geldiniz',
    detail: 'Bu sunucu o ana makine adı için yanıt vermez. Kampanyanın duyurduğu adresi kullanın.',
  },
  422: {
    title: 'Bir şey eksik ya da yanlış',
    detail: 'Lütfen yazdıklarınızı gözden geçirin; ne yapılacağı her alanda yazıyor.',
  },
  429: {
    title: 'Bu çok sık oldu',
    detail:
      'Ağınızdan kısa sürede çok sayıda form geldi ve bu formdan hiçbir şey saklanmadı. Birkaç dakika bekleyin, yazdıklarınıza geri dönün ve yeniden gönderin.',
  },
  431: {
    title: 'Adres ya da üst bilgileri çok uzun',
    detail: 'Adresi kısaltın ya da bu sitenin çerezlerini silin ve yeniden deneyin.',
  },
  500: {
    title: 'Bizde bir şey bozuldu',
    detail: 'Bu sizin suçunuz değil ve hiçbir şey yarım saklanmadı. Lütfen birkaç dakika sonra yeniden deneyin.',
  },
  501: {
    title: 'Bu biçimde yazmıyoruz',
    detail: 'Bu adres JSON ile yanıt verir. format=json isteyin ya da biçimi hiç belirtmeyin.',
  },
  503: {
    title: 'Yoğunuz',
    detail: 'Burada aynı anda hizmet verebileceğimizden çok kişi var. Lütfen bir dakika sonra yeniden deneyin.',
  },
  signedOut: {
    title: 'Oturumunuz kapandı',
    detail:
      'Süreniz doldu ya da oturum başka bir yerden sonlandırıldı. Hiçbir şey değişmedi. Oturum açın ve yeniden yapın.',
  },
  notYours: {
    title: 'Bu size açık değil',
    detail: 'Rolünüz bunu kapsamıyor. Burada sahip rolü olan biri bunu değiştirebilir.',
  },
  tooManyTries: {
    title: 'Çok sayıda yanlış deneme',
    detail:
      'Başkaları tahmin edemesin diye, en çok çeyrek saat boyunca kimse yeniden deneyemez. Geçiş anahtarı bu arada çalışır. Hiçbir şey değişmedi.',
  },
  invitationUnknown: {
    title: 'Bu daveti bilmiyoruz',
    detail:
      'Kesilmiş, geri alınmış ya da yerine daha yenisi geçmiş olabilir. Bağlantının tamamını kopyalayın ya da yeni bir tane isteyin.',
  },
  invitationOver: {
    title: 'Bu davetin süresi doldu',
    detail:
      'Bir kez ve üç gün boyunca geçerlidir. Siz kullandıysanız oturum açın. Siz değildiyseniz hemen sahip rolü olan birine söyleyin: Daveti sıfırlayabilir.',
  },
  campaignClosed: {
    title: 'Bu kampanya sona erdi',
    detail: 'Artık imza ve mektup kabul etmiyor. Kampanyayı yine okuyabilir ve ne sonuç verdiğini görebilirsiniz.',
  },
  signingPaused: {
    title: 'İmzalama durduruldu',
    detail:
      'Kampanya ekibi imzalamayı şimdilik durdurdu. Gönderdiklerinizden hiçbir şey saklanmadı: Lütfen daha sonra yeniden gelin ve o zaman imzalayın. Size daha önce gelmiş e-postalardaki bağlantılar hâlâ çalışır.',
  },
  linkUnknown: {
    title: 'Bu bağlantıyı bilmiyoruz',
    detail: 'E-postada kesilmiş olabilir. Adresin tamamını kopyalayın, kodu yazın ya da yeniden imzalayın.',
  },
  linkEnded: {
    title: 'Bu imza sayılmıyor',
    detail:
      'İmzacısı geri çekti ya da kampanya ekibi sayımdan çıkardı. Kampanyanın sayfasında yeniden imzalayabilirsiniz.',
  },
  linkInvalidated: {
    title: 'Bu imza sayılmıyor',
    detail:
      'Kampanya ekibi onu sayımdan çıkardı. E-postalarımızda “hakkınızda sakladıklarımız” sayfasına giden her bağlantı, nedenini ve bir yanlışlık varsa kime yazabileceğinizi gösterir.',
  },
  letterLinkUnknown: {
    title: 'Bu bağlantıyı bilmiyoruz',
    detail: 'E-postada kesilmiş olabilir. Adresin tamamını, son harfine kadar oradan kopyalayın.',
  },
  letterGone: {
    title: 'Bu mektup artık burada saklanmıyor',
    detail:
      'Yazan kişi sildirdi ya da kampanyanın süresi doldu. Artık burada onun hakkında hiçbir şey görülemez ve söylenemez. Kime sorulacağı, sizi buraya getiren e-postada yazıyor.',
  },
  askedLinkLapsed: {
    title: 'Bu bağlantının süresi doldu',
    detail:
      'İstediğiniz bir bağlantı bir hafta geçerlidir; her şey silindikten sonra ise geçerli değildir. Hakkınızda sakladıklarımızı hâlâ görmek istiyorsanız yeni bir tane isteyin.',
  },
  linkExpired: {
    title: 'Bu bağlantı artık hiçbir yere götürmüyor',
    detail:
      'Ya zamanında kullanılmadı ve hiçbir şey sayılmadı ya da gönderilmedi; ya da götürdüğü şey, sahibinin isteğiyle silindi. Kampanyanın sayfasında yeniden başlayabilirsiniz.',
  },
};
