export const languages = {
  choose: 'اللغات',
  textIn: (language: string) => `لم يُترجم نص هذه الحملة بعد. القراءة والتوقيع هنا بهذه اللغة: ${language}.`,
  letterIn: (language: string) =>
    `الرسالة التي تبدأ منها مكتوبة بهذه اللغة: ${language}. من الأفضل كتابة رسالتك بلغة يقرؤها ممثلوك.`,
};
