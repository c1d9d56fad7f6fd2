import { plural } from '../plural.ts';

/** The page of a writer who takes a letter to its representatives themselves. */
export const sendYourself = {
  title: 'Mektubunuzu kendiniz gönderin',
  mailed: (count: number) =>
    plural('tr', count, {
      one: 'Bir temsilciye bizden e-postayla gidiyor.',
      other: `${count} temsilciye bizden e-postayla gidiyor.`,
    }),
  left: (count: number) =>
    plural('tr', count, {
      one: 'Kendiniz ulaşacağınız bir temsilci kaldı: Birkaç dakika sürer, gereken her şey burada.',
      other: `Kendiniz ulaşacağınız ${count} temsilci kaldı: Her biri birkaç dakika sürer, gereken her şey burada.`,
    }),
  allDone: 'Göndereceğiniz bir şey kalmadı. Teşekkür ederiz.',
  sealed:
    'Bu bağlantı mektubunuzu açmaz: Metni, size e-postayla gönderdiğimiz kopyadadır; burada ise bu mektubu onaylamanızı isteyen e-postadaki bağlantıyla görünür.',
  textGone: 'Metin, onu sakladığımız günler dolunca silindi; posta kutunuzda bir kopyası var.',

  states: {
    waiting: 'Henüz gönderilmedi.',
    'mail-failed': 'E-postamız oraya ulaşmadı. Bunun yerine şöyle ulaşabilirsiniz.',
    sent: (when: string) => `Gönderdiğinizi bize bildirdiniz: ${when}.`,
  },
  leftOffice: 'Bu kişi artık görevde değil, bu yüzden gönderilecek bir şey yok.',
  another: (way: string) => `Ya da ${way}`,
  ways: { form: 'iletişim formuyla', phone: 'telefonla', post: 'postayla' },

  form: {
    title: 'İletişim formuyla',
    copyLead: 'Mektubunuzu kopyalayın. Düğme olmadan: Metne tıklayın, tümünü seçin ve kopyalayın.',
    subject: (name: string) => `Mektubunuzun konusu (${name})`,
    body: (name: string) => `Mektubunuz (${name})`,
    copySubject: 'Konuyu kopyala',
    copyBody: 'Mektubu kopyala',
    copied: 'Kopyalandı.',
    openLead: 'Formu açın, mektubu yapıştırın ve oradan gönderin. Form adresinizi sorabilir.',
    open: 'İletişim formunu aç (yeni sekmede)',
  },
  phone: {
    title: 'Telefonla',
    call: (number: string) => `Arayın: ${number}`,
    lead: 'Bir dakika yeter. Çoğunlukla ofisten biri açar ve arayanın ne istediğini not eder. Kendi sözlerinizle söyleyin ya da şöyle:',
    hello: (name: string, place: string) => `Merhaba, adım ${name}. Yaşadığım yer: … (şehriniz), ${place}.`,
    about: (representative: string, subject: string) =>
      `Bir ricam var, onun için arıyorum. Ricam şu kişiye: ${representative}. Konu: “${subject}”.`,
    ask: (representative: string) => `Bunu iletir ve ${representative} bu konuda ne düşünüyor, bana bildirir misiniz?`,
    reply: (email: string) => `Yanıt için adresim: ${email}. Teşekkür ederim.`,
    nobody: 'Kimse açmazsa',
    nobodyLead:
      'Telesekreter mi çıktı? Aynısını yavaşça, posta kodunuz ve telefon numaranızla birlikte söyleyin. Boşuna mı çalıyor? En iyisi hafta içi saat 10 ile 16 arasıdır; başka bir gün yeniden deneyin.',
  },
  post: {
    title: 'Postayla',
    lead: 'Yazdırın, imzalayın ve şu adrese gönderin:',
    print: 'Yazdırılacak mektubu aç',
  },

  didYou: 'Gönderdiniz mi?',
  sent: (name: string) => `Evet, gönderdim (${name})`,
  notSent: (name: string) => `Hayır, henüz göndermedim (${name})`,
  sign: 'Dilekçeyi de imzala',
  back: 'Kampanyaya dön',
  data: 'Hakkınızda sakladıklarımız',
};

/** The letter on paper. */
export const letterPrint = {
  title: 'Mektubunuzu yazdırın',
  lead: 'Yüzde 100 ölçekle, tarayıcının üst ve alt bilgileri olmadan yazdırın. Üçe katlandığında adres, alışılmış bir zarfın penceresine gelir.',
  typed: 'Postayla yanıt alabilmek için sokağınızı ve şehrinizi ekleyin. Buraya yazdıklarınız tarayıcınızda kalır.',
  street: 'Sokağınız ve kapı numaranız',
  town: 'Posta kodunuz ve şehriniz',
  print: 'Yazdır',
  back: 'Nasıl gönderileceğine dön',
  signature: 'İmzanız için yer',
};
