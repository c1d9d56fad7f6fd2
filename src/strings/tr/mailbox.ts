export const mailbox = {
  title: 'Deneme posta kutusu',
  lead: 'Bir e-posta sunucusu ayarlanmadığı için e-postalar dosyalara yazılır ve yalnızca bu makinede, burada gösterilir. SMTP_URL ayarlandığında gerçekten gönderilirler ve bu sayfa kalkar.',
  none: 'Henüz e-posta yok. Bir dilekçe imzalayın, onay e-postası buraya düşsün.',
  to: 'Kime',
};

export const mail = {
  back: 'Bütün e-postalar',
  demo: 'Bu bir deneme posta kutusudur: Bu e-posta bu makineden çıkmadı.',
  from: 'Kimden',
  to: 'Kime',
  replyTo: 'Yanıt adresi',
  date: 'Zaman (UTC)',
  noSubject: '(konusuz)',
  html: 'HTML sürümünü göster (yeni sekme)',
  headers: 'Bütün üst bilgiler',
};
