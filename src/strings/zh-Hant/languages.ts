export const languages = {
  choose: '語言',
  textIn: (language: string) => `這項倡議的內文還沒有譯文。您閱讀和連署的是這種語言的版本：${language}。`,
  letterIn: (language: string) => `您起筆所用的信件是這種語言：${language}。請用您的代表讀得懂的語言來寫。`,
};
