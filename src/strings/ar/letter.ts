import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

export const letter = {
  title: 'مراسلة من يمثّلكم',
  description: 'معرفة من يمثّلكم، والكتابة بكلماتكم، ورؤية ما سيُرسَل بالضبط.',
  steps: (most: number) => `${atMost(most)} ${steps}`,
  verifyFirst: 'لا يُرسَل شيء قبل تأكيد عنوانكم.',
  where: 'أين تقيمون؟',
  find: 'البحث عن الممثّلين',
  change: 'عرض الممثّلين',
  byPostcode: 'معرفة من يمثّلكم عبر الرمز البريدي',
  postcodePrivate: 'نستدلّ به على منطقتكم ولا نحتفظ به.',
  findAreas: 'بحث',
  postcodeSource: (source: string) => isolated`الرموز البريدية: ${source.replace(/\.$/, '')}.`,
  orChoose: 'أو الاختيار',
  search: 'الاسم أو المنطقة أو الحزب',
  more: 'شخص آخر: الاسم أو المنطقة أو الحزب',
  findMore: 'البحث عن المزيد',
  within: (areas: string[]) =>
    areas.length === 1
      ? isolated`المنطقة: ${areas.join()}.`
      : isolated`تنطبق عدة مناطق: ${areas.join('؛ ')}. يُرجى اختيار من يمثّلكم.`,
  rest: (count: string) =>
    isolated`نتائج أخرى مطابقة: ${count}. لعرضها يُرجى اختيار منطقة، أو البحث باسم أو منطقة أو حزب.`,
  nobodyFits: 'لا أحد يطابق البحث. قد تفيد كتابة أخرى، أو جزء من الاسم، أو البحث في كل المناطق.',
  others: 'يمكنكم أيضًا مراسلة آخرين، برسالة أخرى',
  writeToThese: (titles: string[], count: string) => isolated`مراسلة هؤلاء: ${titles.join('، ')} (${count})`,
  allAreas: 'كل المناطق',
  who: 'إلى من تكتبون',
  none: (country: string) =>
    isolated`البلد المختار: ${country}. لا نعرف له ممثّلين حتى الآن. يُرجى اختيار بلد آخر، أو توقيع العريضة.`,
  source: (source: string) => isolated`المصدر: ${source}.`,
  asOf: (day: string) => isolated`بتاريخ ${day}.`,
  show: (count: string) => isolated`عرض الممثّلين (${count})`,
  paused: 'البريد متوقف حتى إشعار آخر.',
  channels: {
    email: 'ببريد إلكتروني منّا',
    form: 'عبر استمارة الاتصال: ترسلونها بأنفسكم',
    phone: 'بالهاتف: نعطيكم الكلمات',
    post: 'بالبريد العادي: تطبعون الرسالة',
    none: 'لا نعرف وسيلة للوصول إلى هذا الممثّل.',
  },
  you: 'عنكم',
  emailHint: 'يراه الممثّلون ويردّون عليه.',
  postcodeHint: 'كثير من الممثّلين لا يردّون إلا على أهل مناطقهم. يظهر الرمز البريدي تحت رسالتكم.',
  yourLetter: 'رسالتكم',
  placeholders:
    'يُرجى ترك \u2066{{ representative }}\u2069 و\u2066{{ name }}\u2069 كما هما: ففي كل نسخة تحلّ محلهما الأسماء الصحيحة.',
  preview: 'معاينة',
  send: 'إرسال للتأكيد',
  stored: (publisher: string) =>
    isolated`تذهب رسالتكم إلى الممثّلين الذين اخترتموهم، وتصلكم نسخة منها. وهي مختومة على خادم ${publisher} مع كل ما تكتبونه غيرها؛ ويستطيع فريق التنظيم فتح اسمكم وعنوانكم. ويُحذف نص الرسالة بعد بضعة أسابيع.`,
  privacy: 'الخصوصية بكلمات واضحة',
};

const atMost = (most: number): string =>
  plural('ar', most, {
    one: 'يمكنكم اختيار ممثّل واحد.',
    two: 'يمكنكم اختيار ممثّلَين اثنين على الأكثر.',
    few: `يمكنكم اختيار ${most} ممثّلين على الأكثر.`,
    many: `يمكنكم اختيار ${most} ممثّلًا على الأكثر.`,
    other: `يمكنكم اختيار ${most} ممثّل على الأكثر.`,
  });

const steps =
  'من له عنوان بريد إلكتروني يصله منّا بريد خاص به، وفيه عنوانكم للردّ؛ ومن ليس له عنوان تصلون إليه بأنفسكم، بمساعدتنا.';

/** What helps people to a letter of their own. Nothing of it is a condition. */
export const coaching = {
  title: 'كم منها بكلماتكم',
  meter: 'كلماتكم أنتم',
  /** @param tenths how much of the letter is the template's, 0…10 */
  says: (tenths: number): string => {
    if (tenths === 0) return 'كلها بكلماتكم أنتم، وهذا ما يعطي الرسالة وزنها.';
    if (tenths < 5) return 'أغلبها بكلماتكم أنتم، وهذا ما يعطي الرسالة وزنها.';
    return `${templatesPart(tenths)} فقرة واحدة بكلماتكم تعطي الرسالة وزنها.`;
  },
  ask: 'تكفي فقرة واحدة بكلماتكم. مثلًا:',
  questions: ['ماذا حدث لكم، أو لشخص تعرفونه؟', 'لماذا يهمّ الأمر حيث تقيمون؟', 'ما الذي ينبغي أن يفعله من يمثّلكم؟'],
};

function templatesPart(tenths: number): string {
  if (tenths === 10) return 'كل الكلمات من النموذج.';
  if (tenths === 5) return 'نحو نصف الكلمات من النموذج.';
  return `نحو ${{ 6: 'ست', 7: 'سبع', 8: 'ثماني', 9: 'تسع' }[tenths] ?? tenths} كلمات من كل عشر من النموذج.`;
}

export const letterPreview = {
  title: 'هذا ما سيُرسَل',
  lead: (mails: number, others: number) =>
    [mails > 0 && mailsTold(mails), others > 0 && othersTold(others)].filter(Boolean).join(' '),
  verifyFirst: 'لا يُرسَل شيء قبل تأكيد عنوانكم.',
  from: 'من',
  replyTo: 'الردّ على',
  to: 'إلى',
  way: 'الوسيلة',
  subject: 'الموضوع',
  send: 'إرسال للتأكيد',
  edit: 'تعديل',
};

const mailsTold = (mails: number): string =>
  plural('ar', mails, {
    one: 'رسالة واحدة بالبريد الإلكتروني، كما هي هنا بالضبط.',
    two: 'رسالتان بالبريد الإلكتروني، كما هما هنا بالضبط.',
    few: `${mails} رسائل بالبريد الإلكتروني، كما هي هنا بالضبط.`,
    many: `${mails} رسالة بالبريد الإلكتروني، كما هي هنا بالضبط.`,
    other: `${mails} رسالة بالبريد الإلكتروني، كما هي هنا بالضبط.`,
  });

const othersTold = (others: number): string =>
  plural('ar', others, {
    one: 'رسالة واحدة توصلونها بأنفسكم: نبيّن لكم كيف، متى أُكّدت.',
    two: 'رسالتان توصلونهما بأنفسكم: نبيّن لكم كيف، متى أُكّدتا.',
    few: `${others} رسائل توصلونها بأنفسكم: نبيّن لكم كيف، متى أُكّدت.`,
    many: `${others} رسالة توصلونها بأنفسكم: نبيّن لكم كيف، متى أُكّدت.`,
    other: `${others} رسالة توصلونها بأنفسكم: نبيّن لكم كيف، متى أُكّدت.`,
  });

export const letterSent = {
  title: 'شكرًا لكم. رسالتكم في الطريق.',
  lead: 'تأكّد عنوانكم. كل ممثّل له عنوان بريد إلكتروني يصله بريد خاص به، في ساعات عمل مكتبه وبضعُ رسائل في كل مرة، وتصلكم نسخة على الفور. وإذا كان بينهم من تصلون إليه بأنفسكم، أو من سبق أن كتبتم إليه هنا، فالنسخة تذكر ذلك.',
  reply: 'تصل الردود مباشرة إلى صندوق بريدكم؛ وقد يستغرق ذلك بضعة أسابيع.',
  sign: 'توقيع العريضة أيضًا',
  back: 'العودة إلى الحملة',
};
