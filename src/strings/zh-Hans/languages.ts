export const languages = {
  choose: '语言',
  textIn: (language: string) => `这项倡议的正文还没有译文。您阅读和连署的是这种语言的版本：${language}。`,
  letterIn: (language: string) => `您起笔所用的信件是这种语言：${language}。请用您的代表读得懂的语言来写。`,
};
