/** Labels of the form fields, also used where a mail or a page repeats what was typed. */
export const fields = {
  name: 'Adınız',
  email: 'E-posta adresi',
  country: 'Ülke',
  chooseCountry: 'Seçin…',
  postcode: 'Posta kodu',
  comment: 'Neden imzalıyorsunuz?',
  public: 'Herkese gösterim',
  updates: 'E-postayla haberler',
  area: 'Bölge',
  subject: 'Konu',
  body: 'Mektubunuz',
  representative: 'Temsilciler',
  code: 'Altı haneli kod',
  optional: '(isteğe bağlı)',
  yes: 'Evet',
  no: 'Hayır',
  meant: (address: string) => `Şunu mu demek istediniz: ${address}?`,
  mend: 'Evet, düzelt',
  errorSummary: 'Lütfen yazdıklarınızı gözden geçirin',
  errorPrefix: 'Hata:',
};

/** One sentence for each fault, saying what to do. */
export const errors = {
  server: 'Sunucunuzun adını yazın, örneğin social.example.',
  nameMissing: 'Adınızı yazın.',
  nameTooLong: 'Adınızı en çok 120 karaktere kısaltın.',
  nameControl: 'Adınızı tek satırda, özel denetim karakterleri ve kayıp bir harfin yerini tutan � olmadan yazın.',
  nameUnreadable: 'Adınızı en az bir harfle ve yazının yönünü çeviren karakterler olmadan yazın.',
  nameOfWriter: 'Adınızı < > @ olmadan yazın: Mektupta adresinizin yanında durur.',
  emailMissing: 'E-posta adresinizi yazın.',
  emailWrong: 'name@example.org gibi bir e-posta adresi yazın.',
  emailTooLong: 'En çok 254 karakterlik bir e-posta adresi yazın.',
  countryMissing: 'Ülkenizi seçin.',
  countryUnknown: 'Listeden bir ülke seçin.',
  postcodeTooLong: 'Posta kodunu en çok 20 karaktere kısaltın.',
  postcodeMissing: 'Posta kodunuzu yazın ya da bölgenizi veya listeden bir ad seçin.',
  postcodeUnknown: 'Bu posta kodunu bilmiyoruz. Kontrol edin ya da bölgenizi veya listeden bir ad seçin.',
  postcodeNobody: 'Yalnızca bu posta koduyla yazılabilecek kimse bilmiyoruz. Bir bölge ya da listeden bir ad seçin.',
  commentTooLong: 'Yorumunuzu en çok 1.000 karaktere kısaltın.',
  controlCharacters: 'Bu metinden özel denetim karakterlerini ve kayıp bir harfin yerini tutan � işaretini çıkarın.',
  codeMissing: 'E-postamızdaki altı haneli kodu yazın.',
  codeWrong: 'Adresi ve kodu kontrol edin: Ya birbirlerine ait değiller ya da kod çok eski.',
  subjectMissing: 'Mektubunuz için bir konu yazın.',
  subjectTooLong: 'Konuyu en çok 200 karaktere kısaltın.',
  bodyMissing: 'Göndermeden önce mektubunuzu yazın.',
  bodyTooLong: 'Mektubunuzu en çok 20.000 karaktere kısaltın.',
  representativeMissing: 'En az bir temsilci seçin.',
  representativeTooMany: (most: number) =>
    most === 1 ? 'Yalnızca bir temsilci seçin.' : `En çok ${most} temsilci seçin.`,
  representativeUnknown: 'Temsilcileri listeden seçin; seçtiklerinizden biri artık listede yok.',
};

/** Stored by version with each signature: a change of one word makes a new version. */
export const consent = {
  statement: (publisher: string) =>
    `İmzamla, buraya yazdıklarımın imzamı onaylamak ve saymak ve dilekçeyi teslim etmek amacıyla ${publisher} tarafından saklanmasına rıza gösteriyorum. Bu rızayı her e-postadaki bağlantıyla ya da ${publisher} ile yazışarak istediğim zaman geri alabilirim.`,
  public: 'Adım, ülkem ve yorumum bu sayfada herkese gösterilsin.',
  updates: (publisher: string) => `${publisher} bana bu kampanyanın nasıl sonuçlandığı hakkında e-posta gönderebilir.`,
};
