
/** The document that a petition is handed over with. Numbers stand where no noun has to agree with them. */
export const pack = {
  kind: 'عريضة',
  to: (addressee: string) => `موجّهة إلى: ${addressee}`,
  by: (publisher: string) => `الجهة المسلِّمة: ${publisher}`,
  asOf: (time: string) => `الوضع في ${time} بالتوقيت العالمي (UTC)`,
  signatures: (count: string) => `التواقيع المؤكدة: ${count}`,
  and: (places: string) => `ويُعدّ على حدة: ${places}.`,
  paper: (count: string) => `على الورق: ${count}`,
  import: (count: string) => `مجموعة في مكان آخر: ${count}`,
  text: 'النص الموقَّع',
  texts: 'النصوص الموقَّعة',
  version: (language: string, day: string, count: string) => `${language}، منذ ${day}. التواقيع: ${count}`,
  fingerprint: (sha256: string) => `بصمة هذا النص بخوارزمية SHA-256: ${sha256}`,
  countries: 'التواقيع حسب البلد',
  removedOn: (count: string, day: string) => `استبعاد في ${day}، العدد ${count}:`,
  undone: (day: string) => `أُعيدت في ${day}.`,
  publicNames: 'الموقّعون الذين اختاروا ذكر أسمائهم',
  publicNamesLead: 'بترتيب توقيعهم. أما سائر الموقّعين فوقّعوا على أساس ألّا تظهر أسماؤهم علنًا.',
  noPublicNames: 'لم يختر أحد ذكر اسمه.',
  allNames: 'كل من وقّعوا',
  allNamesLead:
    'سرّي، ولمن وُجّهت إليه العريضة وحده: أغلب هؤلاء لم يوافقوا على ذكر أسمائهم علنًا. الاسم والبلد والرمز البريدي.',
  inAll: (count: string) => `مجموع الأسماء: ${count}.`,
};
