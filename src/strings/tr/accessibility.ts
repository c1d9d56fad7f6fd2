export const accessibility = {
  title: 'Erişilebilirlik',
  lead: 'Kimse görme, duyma, hareket etme ya da okuma biçimi yüzünden imzalamaktan ya da yazmaktan alıkonmamalı. Bu sayfa neyin denendiğini, neyin çalışmadığını ve bunu kime söyleyebileceğinizi anlatır.',
  standard:
    'Bu siteyi, konuştuğu her dilde, Web İçeriği Erişilebilirlik Yönergeleri (WCAG) 2.2, AA düzeyine göre yapıyoruz. Kendi sayfalarımızda bunlara aykırı bir şey bilmiyoruz; ama şimdiye kadar siteyi yalnız programlar denedi ve programlar her şeyi bulmaz.',

  goodTitle: 'Neye güvenebilirsiniz',
  good: [
    'Yalnız klavyeyle ve JavaScript olmadan imzalayabilir ve yazabilirsiniz.',
    'Resimli bulmaca, parola, ses ya da hareketli görüntü yoktur. Siz yazarken hiçbir formun süresi dolmaz.',
    'Bir şey eksik ya da yanlışsa, formun üstündeki bir liste bunu her alana bir bağlantıyla söyler. Yazdıklarınız korunur.',
    'Sayfalar ayarlarınıza uyar: koyu ya da açık, zorunlu renkler, daha büyük yazı, daha az hareket. 320 piksel genişliğindeki bir ekrana yana kaydırmadan sığarlar.',
  ],

  testedTitle: 'Ne, nasıl denendi',
  tested: [
    'İmzalayanların ve yazanların gördüğü her sayfa, her dilde, açık ve koyu olarak axe-core programıyla incelenir; hatalarla geri gelen her form da öyle.',
    'İnsan gibi davranan programlar imzalar ve mektup yazar: yalnız klavyeyle, JavaScript olmadan, yavaş bağlantılı küçük bir telefonda, sağdan sola ve 繁體中文 olarak.',
    'Ayrıca odağın görünüp görünmediği, basılan yerlerin büyüklüğü, iki kat yazı boyutu, zorunlu renkler ve azaltılmış hareket ölçülür.',
    'Bunların hepsi, yazılım her değiştiğinde Chromium tarayıcısında yapılır.',
  ],

  gapsTitle: 'Ne çalışmıyor ya da bilinmiyor',
  gaps: [
    'Ekran okuyucuya, büyütece ya da sesle yönetmeye muhtaç olan hiç kimse siteyi henüz denemedi; site Firefox ve Safari tarayıcılarında da denenmedi.',
    'Bir kampanyanın kendi sözleri ve resimleriyle anlattıkları kampanya ekibinin işidir. Açıklaması olmayan bir resim onların hatası olur; lütfen onlara söyleyin.',
    'Bir kampanya çevrilmediyse metnini başka bir dilde okursunuz; metin böyle işaretlenmiştir. İmzacıların yazdıkları ve temsilcilerin adları işaretlenmemiştir; bir ekran okuyucu bunları yanlış sesle okuyabilir.',
    'Ağınızdan çok sayıda form gelirse, JavaScript kullanmayanların birkaç dakika bekleyip formu yeniden göndermesi gerekebilir.',
    'Bazı temsilcilere yalnız bir iletişim formuyla ulaşılır. Bu formlar bizim değildir ve size engel çıkaracak biçimde yapılmış olabilir.',
  ],

  tellTitle: 'Kime söyleyebilirsiniz',
  tell: 'Bir şey sizi engelliyor mu? Kampanya ekibine yazın. Hangi sayfada, ne yapmak istediğinizi ve hangi aygıtı, tarayıcıyı ve yardımcı aracı kullandığınızı söyleyin. Başka bir yoldan imzalamak istiyorsanız da onlara sorun.',
  further: 'Bu işe yaramazsa: birçok ülkede bir kamu kurumu, erişilebilir olmayan web siteleri hakkında şikâyet alır.',
  reviewed: (day: string) => `Bu sayfanın son gözden geçirildiği gün: ${day}.`,
};
