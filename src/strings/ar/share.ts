/** Links on pages, to pass a campaign on. */
export const share = {
  title: 'إخبار الآخرين',
  device: 'مشاركة…',
  email: 'البريد الإلكتروني',
  mailBody: (title: string, url: string) => `هذه الحملة تهمّني، وقد تهمّكم أيضًا:\n\n${title}\n${url}\n`,
  /** Names of places, as they call themselves. */
  places: {
    whatsapp: 'واتساب',
    telegram: 'تيليغرام',
    line: 'LINE',
    mastodon: 'ماستودون',
    bluesky: 'Bluesky',
    x: 'X',
    facebook: 'فيسبوك',
  },
  newTab: 'يُفتح كل رابط في علامة تبويب جديدة. ولا تعلم هذه الخدمات بكم إلا إذا تبعتم الرابط.',
  link: 'أو نسخ هذا العنوان',
  linkHint: 'لتطبيق سيغنال، ولكل مكان آخر تتحدثون فيه مع الناس.',
  copy: 'نسخ العنوان',
  copied: 'نُسخ العنوان.',
  more: 'ملصق ورمز QR والاستمارة لموقعكم',
};

/** The page about all the ways to pass a campaign on, and that of Mastodon. */
export const sharing = {
  title: 'نشر خبر الحملة',
  lead: (title: string) => `ما يمكنكم فعله ليسمع الآخرون عن «${title}»`,
  qrTitle: 'رمز QR وملصق',
  qrLead: 'للوحة إعلانات أو واجهة متجر أو الشريحة الأخيرة من محاضرة: من يوجّه هاتفه إليه يجد الحملة.',
  qrLabel: 'رمز QR يقود إلى الحملة',
  poster: 'ملصق للطباعة، A4',
  posterLead: 'يُطبع على ورق A4، أو يُحفظ ملف PDF.',
  posterCall: 'للقراءة والتوقيع.',
  posterRead: 'لقراءة ما أسفرت عنه.',
  print: 'طباعة',
  embedTitle: 'في موقعكم',
  embedLead:
    'تُظهر هذه الأسطر الاستمارة والعدد في صفحة من صفحاتكم. وهي لا تضع ملفات ارتباط، ولا تخزّن شيئًا عند قرّائكم؛ وتُفتح الخطوة التالية في علامة تبويب جديدة.',
  embedCode: 'أسطر للنسخ',
  embedScript: 'يجعل البرنامج النصي الإطار بارتفاع ما يعرضه. ومن دونه يُمرَّر المحتوى داخل الإطار.',
  embedSee: 'رؤية الشكل الناتج',
  oembed: 'إذا كان الموقع يعرف oEmbed، مثل ووردبريس، فيكفي لصق عنوان الحملة.',
  feedTitle: 'محطات',
  feedLead: 'تُخبر خلاصةٌ لقارئ الأخبار لديكم حين يتحقق هدف أو تُسلَّم التواقيع أو يصل ردّ.',
  feed: 'خلاصة هذه الحملة (Atom)',
  back: 'العودة إلى الحملة',
  mastodonTitle: 'المشاركة على ماستودون',
  mastodonLead: 'لماستودون خوادم كثيرة. فما خادمكم؟ لا نخزّن ما تكتبونه ولا ننقله إلى أحد.',
  server: 'خادمكم',
  serverHint: 'مثل \u2066social.example\u2069؛ ويصلح اسم حسابكم الكامل أيضًا.',
  serverButton: 'متابعة',
  serverOpen: (server: string) => `كتابة المنشور على ${server}`,
};

/** Titles of milestones in the feed. */
export const feed = {
  goal: (goal: string) => `عدد الموقّعين: ${goal}`,
  titles: {
    opened: 'بدأت الحملة',
    'text-changed': 'عُدّل نص العريضة',
    'handed-over': 'سُلّمت التواقيع',
    answered: 'وصل ردّ',
  },
};
