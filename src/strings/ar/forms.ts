import { plural } from '../plural.ts';

/** Labels of the form fields, also used where a mail or a page repeats what was typed. */
export const fields = {
  name: 'الاسم',
  email: 'عنوان البريد الإلكتروني',
  country: 'البلد',
  chooseCountry: 'الاختيار…',
  postcode: 'الرمز البريدي',
  comment: 'لماذا توقّعون؟',
  public: 'الظهور العلني',
  updates: 'الأخبار بالبريد الإلكتروني',
  area: 'المنطقة',
  subject: 'الموضوع',
  body: 'نص الرسالة',
  representative: 'الممثّلون',
  code: 'الرمز المكوّن من ستة أرقام',
  optional: '(اختياري)',
  yes: 'نعم',
  no: 'لا',
  meant: (address: string) => `هل المقصود ${address}؟`,
  mend: 'نعم، تصحيح العنوان',
  errorSummary: 'يُرجى مراجعة ما أُدخل',
  errorPrefix: 'خطأ:',
};

/** One sentence for each fault, saying what to do. */
export const errors = {
  server: 'يُرجى إدخال اسم الخادم، مثل \u2066social.example\u2069.',
  nameMissing: 'يُرجى إدخال الاسم.',
  nameTooLong: 'يُرجى اختصار الاسم إلى 120 محرفًا على الأكثر.',
  nameControl: 'يُرجى كتابة الاسم في سطر واحد، من دون محارف تحكّم خاصة ومن دون �، وهي علامة حرف مفقود.',
  nameUnreadable: 'يُرجى كتابة الاسم بحرف واحد على الأقل، ومن دون المحارف التي تقلب اتجاه النص.',
  nameOfWriter: 'يُرجى كتابة الاسم من دون < > @، لأنه يظهر في الرسالة إلى جانب عنوانكم.',
  emailMissing: 'يُرجى إدخال عنوان البريد الإلكتروني.',
  emailWrong: 'يُرجى إدخال عنوان بريد إلكتروني على هذه الصورة: \u2068name@example.org\u2069.',
  emailTooLong: 'يُرجى إدخال عنوان بريد إلكتروني لا يزيد على 254 محرفًا.',
  countryMissing: 'يُرجى اختيار البلد.',
  countryUnknown: 'يُرجى اختيار بلد من القائمة.',
  postcodeTooLong: 'يُرجى اختصار الرمز البريدي إلى 20 محرفًا على الأكثر.',
  postcodeMissing: 'يُرجى إدخال الرمز البريدي، أو اختيار المنطقة أو اسم من القائمة.',
  postcodeUnknown: 'لا نعرف هذا الرمز البريدي. يُرجى مراجعته، أو اختيار المنطقة أو اسم من القائمة.',
  postcodeNobody: 'لا نعرف من يمكن الكتابة إليه بهذا الرمز البريدي وحده. يُرجى اختيار منطقة أو اسم من القائمة.',
  commentTooLong: 'يُرجى اختصار التعليق إلى 1,000 محرف على الأكثر.',
  controlCharacters: 'يُرجى حذف محارف التحكّم الخاصة من هذا النص، وكذلك �، وهي علامة حرف مفقود.',
  codeMissing: 'يُرجى إدخال الرمز المكوّن من ستة أرقام الوارد في بريدنا.',
  codeWrong: 'يُرجى مراجعة العنوان والرمز: فإما أن أحدهما لا يخصّ الآخر، وإما أن الرمز قديم.',
  subjectMissing: 'يُرجى إدخال موضوع للرسالة.',
  subjectTooLong: 'يُرجى اختصار الموضوع إلى 200 محرف على الأكثر.',
  bodyMissing: 'يُرجى كتابة الرسالة قبل إرسالها.',
  bodyTooLong: 'يُرجى اختصار الرسالة إلى 20,000 محرف على الأكثر.',
  representativeMissing: 'يُرجى اختيار ممثّل واحد على الأقل.',
  representativeTooMany: (most: number) =>
    plural('ar', most, {
      one: 'يُرجى اختيار ممثّل واحد فقط.',
      two: 'يُرجى اختيار ممثّلَين اثنين على الأكثر.',
      few: `يُرجى اختيار ${most} ممثّلين على الأكثر.`,
      many: `يُرجى اختيار ${most} ممثّلًا على الأكثر.`,
      other: `يُرجى اختيار ${most} ممثّل على الأكثر.`,
    }),
  representativeUnknown: 'يُرجى اختيار الممثّلين من القائمة؛ فأحد من اخترتموهم لم يعد فيها.',
};

/** Stored by version with each signature: a change of one word makes a new version. */
export const consent = {
  statement: (publisher: string) =>
    `بتوقيعي أوافق على أن تُخزَّن لدى ${publisher} البيانات التي أُدخلها هنا، لتأكيد توقيعي وعدّه ولتسليم العريضة. ويمكنني سحب هذه الموافقة في أي وقت، عبر الرابط الموجود في كل بريد أو بالكتابة إلى ${publisher}.`,
  public: 'إظهار اسمي وبلدي وتعليقي علنًا في هذه الصفحة.',
  updates: (publisher: string) => `أوافق على أن يصلني بريد إلكتروني من ${publisher} بما يستجدّ في هذه الحملة.`,
};
