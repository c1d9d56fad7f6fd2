import { spaced } from '../spaced.ts';

/** The page of a writer who takes a letter to its representatives themselves. */
export const sendYourself = {
  title: '自己送出您的信',
  mailed: (count: number) => `有 ${count} 位代表由我们发邮件。`,
  left: (count: number) =>
    count === 1
      ? '还有 1 位代表由您自己联系：只要几分钟，需要的都在这里。'
      : `还有 ${count} 位代表由您自己联系：每位只要几分钟，需要的都在这里。`,
  allDone: '没有要您自己送出的了。谢谢您。',
  sealed: '这个链接打不开您的信：信的正文在我们发给您的副本里；用请您确认这封信的那封邮件里的链接，也能在这里看到。',
  textGone: '正文已过保存天数，已经删除；您的邮箱里有一份副本。',

  states: {
    waiting: '还没有送出。',
    'mail-failed': '我们的邮件没能送到。请改用下面的方式联系对方。',
    sent: (when: string) => spaced`您告诉我们已经送出：${when}。`,
  },
  leftOffice: '对方已经不在任，不必再送。',
  another: (way: string) => `或者${way}`,
  ways: { form: '用对方的联系表单', phone: '打电话', post: '邮寄' },

  form: {
    title: '用对方的联系表单',
    copyLead: '复制您的信。没有按钮时：点进文字里，全选，再复制。',
    subject: (name: string) => spaced`您给${name}的信的主题`,
    body: (name: string) => spaced`您给${name}的信`,
    copySubject: '复制主题',
    copyBody: '复制信的正文',
    copied: '已复制。',
    openLead: '打开表单，粘贴您的信，在那里提交。表单可能会要您填写住址。',
    open: '打开联系表单（在新标签页中）',
  },
  phone: {
    title: '打电话',
    call: (number: string) => `拨打 ${number}`,
    lead: '一分钟就够了。接电话的多半是办公室的人，会记下来电者的要求。用自己的话说，或者像这样说：',
    hello: (name: string, place: string) => spaced`您好，我叫${name}，住在……（您所在的城镇），${place}。`,
    about: (representative: string, subject: string) =>
      spaced`我打电话来，是想请${representative}做一件事，是关于“${subject}”的。`,
    ask: (representative: string) => spaced`可以请您转达，并告诉我${representative}怎么看吗？`,
    reply: (email: string) => `答复请发到 ${email}。谢谢您。`,
    nobody: '如果没有人接',
    nobodyLead:
      '转到了语音信箱？把同样的话慢慢说一遍，再说出您的邮政编码和电话号码。一直没人接？工作日十点到四点之间最容易打通，改天再试一次。',
  },
  post: {
    title: '邮寄',
    lead: '打印出来，签上名，寄到：',
    print: '打开可打印的信',
  },

  didYou: '您送出了吗？',
  sent: (name: string) => spaced`是的，已送给${name}`,
  notSent: (name: string) => spaced`不，还没有送给${name}`,
  sign: '也来签署请愿',
  back: '返回倡议页面',
  data: '我们保存了您的哪些信息',
};

/** The letter on paper. */
export const letterPrint = {
  title: '打印您的信',
  lead: '请按 100% 的比例打印，不要浏览器的页眉和页脚。折成三折，地址就会露在常见信封的透明窗口里。',
  typed: '请加上您的街道和城镇，对方才能写信答复。您在这里输入的内容只留在您的浏览器里。',
  street: '您的街道和门牌号',
  town: '您的邮政编码和城镇',
  print: '打印',
  back: '返回送出方式',
  signature: '签名处',
};
