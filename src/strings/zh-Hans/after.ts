import { spaced } from '../spaced.ts';

/** The pages that the mail `did-they-answer` leads to. */
export const answered = {
  title: (name: string) => spaced`${name}答复了吗？`,
  lead: {
    yes: (name: string) => spaced`请按下按钮，告诉我们${name}已经答复您的信。`,
    no: (name: string) => spaced`请按下按钮，告诉我们${name}没有答复您的信。`,
  },
  acknowledgement: '自动发出的收件通知不算答复。',
  button: { yes: '是的，已有答复', no: '还没有答复' },
  instead: { yes: '或者告诉我们：已有答复', no: '或者告诉我们：还没有答复' },
  stored: '组织者会看到有多少位答复了，哪些没有答复。对方写了什么，只有您和对方知道。',
  thanksTitle: '谢谢您',
  thanks: {
    yes: (name: string) => spaced`您告诉我们，${name}已经答复您的信。`,
    no: (name: string) => spaced`您告诉我们，${name}还没有答复您的信。`,
  },
  nothingYet: '您还没有告诉我们。',
  change: { yes: '后来有了答复', no: '其实没有答复' },
  later: '您随时可以更改，用我们邮件里同样的链接即可。',
  back: '前往倡议页面',
};

/** The page for whoever got a letter. */
export const why = {
  title: '您为什么收到这封信',
  lead: (name: string, campaign: string) => spaced`致${name}及其办公室：关于倡议“${campaign}”的信。`,
  chosenTitle: '有人选择写信给您',
  chosen:
    '有一个人查到了您，写下或改写了这封信，署上自己的姓名，并通过我们寄到信中地址的链接，证明那个邮箱地址属于自己。信由我们代为发送。您的回复会直接寄给这个人，不会寄给我们。',
  directoryTitle: '怎么找到您的',
  directory: (title: string) => `您的地址列在名录“${title}”中。`,
  source: (source: string) => `其来源：${source.replace(/[.。]$/, '')}。`,
  asOf: (day: string) => spaced`其内容截至${day}。`,
  campaignTitle: '谁负责这项倡议',
  campaign: (publisher: string) => spaced`${publisher}发布了这项倡议：`,
  countTitle: '有多少人给您写过信',
  count: (count: number, number: string) =>
    count === 1
      ? '有一个人通过这项倡议给您写过信，其邮箱地址经过验证。'
      : `有 ${number} 个人通过这项倡议给您写过信，每个人的邮箱地址都经过验证。`,
  paced: '信不会一下子全涌过来：每封信单独发出，只在办公时间发，每小时、每天都有上限。',
  correctTitle: '有什么不对吗？',
  correct: (publisher: string) =>
    spaced`如果您已不再担任这一职务，如果地址有误，或有其他不对的地方，请写信给${publisher}：`,
  pauseTitle: '请求暂停',
  pauseLead:
    '如果来信太快，您的办公室读不过来，可以请求暂停。由组织者决定；写信的人仍可直接写信给您。点一下并不能让信停下来：写信的大多是您所代表的人。',
  pauseButton: '请求暂停',
  again: '再次请求',
  open: (day: string) => spaced`有人已于${day}请求暂停。由组织者决定，在此之前信会继续发送；写信的人仍可直接写信给您。`,
  declined: (day: string) => spaced`曾有人请求暂停，组织者已于${day}拒绝。想知道原因，请写信给他们，也可以再次请求。`,
  paused: (day: string) => spaced`从${day}起，本网站不再给您发信，直到组织者结束暂停。写信的人仍可直接写信给您。`,
};
