import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const layout = {
  siteName: 'الحملات',
  skip: 'الانتقال إلى المحتوى',
  allCampaigns: 'كل الحملات',
  mailbox: 'صندوق بريد تجريبي',
  publishedBy: 'الناشر',
  contact: 'للتواصل',
  address: 'العنوان',
  dataController: 'جهة التحكّم في البيانات الشخصية',
  privacy: 'الخصوصية',
  yourData: 'ما الذي تحتفظون به عنّي؟',
  noTracking: 'لا يضع هذا الموقع ملفات ارتباط للتتبّع، ولا يحمّل شيئًا من جهة أخرى.',
};

export const home = {
  title: 'الحملات',
  description: 'عرائض للتوقيع ورسائل للكتابة.',
  none: 'لا توجد حملة هنا بعد.',
  closed: 'منتهية',
};

export const campaign = {
  kicker: 'عريضة',
  kickerClosed: 'عريضة منتهية',
  petition: 'ما توقّعونه',
  petitionClosed: 'ما جرى توقيعه',
  to: (addressee: string) => isolated`موجّهة إلى: ${addressee}`,
  askChanged: (days: string) => isolated`عُدّل هذا النص في ${days}. ويبقى كل توقيع مرتبطًا بالكلمات التي رآها صاحبه.`,
  argument: 'القضية',
  backToText: (note: number) => `العودة إلى موضع الحاشية ${note} في النص`,
  argumentMissing: 'لم يُنشر بعد النص الذي تستند إليه هذه العريضة.',
  closesOn: (day: string) => isolated`باب التوقيع مفتوح حتى ${day}`,
  signBar: 'توقيع العريضة',
  recent: 'أحدث الموقّعين',
  lettersTitle: 'مراسلة من يمثّلكم',
  lettersText: 'التوقيع يُعدّ، والرسالة تُقرأ. يُرجى اختيار البلد لمعرفة من يمثّلكم.',
  lettersButton: 'البحث عن الممثّلين',
  outcome: 'ما أسفرت عنه',
  handedOver: (count: string, day: string) => isolated`سُلّمت التواقيع في ${day}. عددها: ${count}.`,
  handedOverOn: (day: string) => isolated`سُلّمت التواقيع في ${day}.`,
  handedOverCount: (count: string) => isolated`سُلّمت التواقيع. عددها: ${count}.`,
  notHandedOver: 'لم تُسلَّم التواقيع بعد.',
  answer: 'الردّ',
  noAnswer: 'لم يصل ردّ حتى الآن.',
  closedNote: 'هذه العريضة منتهية: لم يعد توقيعها ممكنًا.',
};

export const progress = {
  /** Follows the number itself, which stands in an element of its own. */
  signed: (count: number) => plural('ar', count, { two: 'توقيعان', few: 'تواقيع', many: 'توقيعًا', other: 'توقيع' }),
  goal: (goal: string) => isolated`الهدف التالي: ${goal}`,
  reached: (goal: string) => isolated`تحقّق الهدف: ${goal}`,
  first: 'لتكن البداية بتوقيعكم.',
  meter: 'التواقيع نحو الهدف التالي',
};

export const sign = {
  title: 'توقيع هذه العريضة',
  pausedTitle: 'التوقيع متوقف مؤقتًا',
  paused:
    'أوقف فريق التنظيم التوقيع في الوقت الحاضر. يُرجى العودة لاحقًا. وإذا كنتم قد وقّعتم من قبل، فالرابط والرمز الواردان في بريدكم ما زالا صالحين، وتوقيعكم محتسب.',
  readText: 'قراءة ما توقّعونه بالضبط',
  emailHint: 'نرسل إليه رابطًا للتأكد من أنكم أصحابه.',
  commentHint: 'لا يظهر إلا إذا حُدّدت الخانة أدناه.',
  button: 'توقيع العريضة',
  working: 'لحظة من فضلكم: يُجري متصفّحكم عملًا حسابيًا صغيرًا يُبعد الروبوتات. ليس عليكم فعل شيء.',
  leaveEmpty: 'يُترك هذا الحقل فارغًا',
  stored: (publisher: string) =>
    isolated`يُختم ما تكتبونه في الحال: لا مفتاح له عند خادم ${publisher}، بل عند فريق تنظيم هذه الحملة وحده. ولا يظهر شيء عنكم علنًا إلا إذا حدّدتم الخانة أعلاه.`,
  storedWithKey:
    'يُختم ما تكتبونه في الحال. وهذا الموقع ما زال قيد الإعداد، والمفتاح الذي يفتحه ما زال على الخادم نفسه. ولا يظهر شيء عنكم علنًا إلا إذا حدّدتم الخانة أعلاه.',
  privacy: 'الخصوصية بكلمات واضحة',
};

export const share = {
  title: 'إخبار الآخرين',
  email: 'المشاركة بالبريد الإلكتروني',
  mailBody: (title: string, url: string) => `هذه الحملة تهمّني، وقد تهمّكم أيضًا:\n\n${title}\n${url}\n`,
  link: 'أو نسخ هذا العنوان',
};

export const checkYourMail = {
  title: 'يُرجى النظر في صندوق البريد',
  lead: 'بقيت خطوة واحدة: في الطريق إليكم بريد. يُرجى فتح الرابط الوارد فيه، أو كتابة رمزه أدناه.',
  mistyped:
    'هل عنوانكم صحيح؟ ما كُتب بعد @ يبدو زلّة إصبع، مثل \u2066gmial.com\u2069 بدلًا من \u2066gmail.com\u2069. إن كان صحيحًا فلا بأس. وإن لم يكن كذلك فلن يصلكم بريدنا: يُرجى ملء الاستمارة من جديد.',
  noMail: 'ألم يصل البريد بعد خمس دقائق؟',
  spam: 'يُرجى النظر في مجلد البريد المزعج.',
  again:
    'إذا كان في العنوان خطأ، فيُرجى ملء الاستمارة من جديد بالعنوان الصحيح. لا يُحتسب ولا يُرسَل أبدًا شيء لم يُؤكَّد. ولا تذهب إلى العنوان الواحد أكثر من ثلاث رسائل بريد في اليوم.',
  signAgain: 'العودة إلى الحملة',
  mailboxLead: 'هذا عرض تجريبي: لا يُرسَل البريد فعلًا، بل يُحفظ هنا.',
  mailboxLink: 'فتح صندوق البريد التجريبي',
  codeTitle: 'كتابة الرمز بدلًا من ذلك',
  codeLead: 'من لا يرغب في فتح رابط يمكنه إدخال الرمز الوارد في البريد.',
  codeHint: 'ستة أرقام، من بريدنا.',
  codeButton: 'تأكيد',
};

export const signed = {
  title: 'شكرًا لكم. توقيعكم محتسب.',
  lead: (title: string) => isolated`أكّدتم توقيعكم على «${title}»`,
  lettersTitle: 'والآن مراسلة من يمثّلكم',
  lettersText: 'لا يستغرق ذلك إلا خمس دقائق، ورسالة بكلماتكم أثقل وزنًا من اسم في قائمة.',
  lettersButton: 'كتابة رسالة',
  back: 'العودة إلى الحملة',
};

export const confirm = {
  signature: {
    pending: 'تأكيد توقيعكم',
    pendingLead: 'يُرجى التحقق من أن هذا ما قصدتموه. يُحتسب توقيعكم بمجرد الضغط على الزر.',
    button: 'تأكيد توقيعي',
    done: 'توقيعكم مؤكد من قبل',
    doneLead: 'وهو محتسب؛ لم يبقَ ما ينبغي فعله.',
  },
  letter: {
    pending: 'تأكيد رسالتكم',
    pendingLead: 'يُرجى التحقق من أن هذا ما قصدتموه. تُرسَل رسالتكم بمجرد الضغط على الزر.',
    button: 'تأكيد رسالتي وإرسالها',
    done: 'رسالتكم مؤكدة من قبل',
    doneLead: 'أُرسلت أو توشك أن تُرسَل؛ لم يبقَ ما ينبغي فعله.',
    sendLead: 'ما نرسله نحن بالبريد أُرسل أو يوشك أن يُرسَل. ومنها ما ترسلونه بأنفسكم.',
    send: 'كيف ترسلونها',
  },
  petition: 'الحملة',
  notYou: 'لا علم لكم بهذا؟ يُرجى إغلاق هذه الصفحة: فمن دون الزر لا يحدث شيء.',
  back: 'إلى الحملة',
};
