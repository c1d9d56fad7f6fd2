import { spaced } from '../spaced.ts';

export const layout = {
  siteName: '倡议',
  skip: '跳到正文',
  allCampaigns: '全部倡议',
  mailbox: '演示邮箱',
  publishedBy: '发布者',
  contact: '联系方式',
  address: '地址',
  dataController: '个人数据负责方',
  privacy: '隐私',
  accessibility: '无障碍',
  yourData: '你们保存了我的哪些信息？',
  noTracking: '本网站不设置跟踪 cookie，也不从任何第三方加载内容。',
};

export const home = {
  title: '倡议',
  description: '在这里签署请愿，给代表写信。',
  none: '这里还没有倡议。',
  closed: '已结束',
};

export const campaign = {
  kicker: '请愿',
  kickerClosed: '请愿（已结束）',
  petition: '您签署的内容',
  petitionClosed: '大家签署的内容',
  to: (addressee: string) => `致：${addressee}`,
  askChanged: (days: string) => spaced`这段文字曾于${days}修改。每个签名始终对应签名者当时看到的文字。`,
  argument: '倡议的理由',
  backToText: (note: number) => `回到正文中的注 ${note}`,
  argumentMissing: '这份请愿背后的理由尚未发布。',
  closesOn: (day: string) => spaced`签名截止日期：${day}`,
  signBar: '签署请愿',
  recent: '最近签名的人',
  lettersTitle: '给您的代表写信',
  lettersText: '签名会被计数，信会被阅读。选择您所在的国家或地区，看看谁代表您。',
  lettersButton: '查找代表',
  outcome: '结果如何',
  handedOver: (count: string, day: string) => spaced`${count} 个签名已于${day}递交。`,
  handedOverOn: (day: string) => spaced`签名已于${day}递交。`,
  handedOverCount: (count: string) => `${count} 个签名已经递交。`,
  notHandedOver: '签名尚未递交。',
  answer: '答复',
  noAnswer: '尚未收到答复。',
  closedNote: '这份请愿已经结束，不能再签名。',
};

export const progress = {
  /** Follows the number itself, which stands in an element of its own. */
  signed: () => '人已签名',
  goal: (goal: string) => `下一个目标：${goal} 人`,
  reached: (goal: string) => `${goal} 人的目标已经达成`,
  first: '来做第一个签名的人吧。',
  meter: '离下一个目标的签名进度',
};

export const sign = {
  title: '签署这份请愿',
  pausedTitle: '签名暂停',
  paused: '组织者暂时停止了签名，请过些时候再来。如果您已经签过名，邮件里的链接和验证码仍然有效，您的签名也照常计入。',
  readText: '阅读您要签署的全文',
  emailHint: '我们会发一个链接到这里，确认是您本人。',
  commentHint: '只有勾选下面的方框，这段话才会公开。',
  button: '签署请愿',
  working: '请稍候：您的浏览器正在做一点计算，用来挡住机器人。您什么都不用做。',
  leaveEmpty: '此栏请留空',
  stored: (publisher: string) =>
    spaced`您填写的内容会立即密封：${publisher}的服务器没有能打开它的密钥，只有这项倡议的组织者才有。除非您勾选上面的方框，否则您的任何信息都不会公开。`,
  storedWithKey:
    '您填写的内容会立即密封。本网站仍在筹备，能打开这些内容的密钥还放在同一台服务器上。除非您勾选上面的方框，否则您的任何信息都不会公开。',
  privacy: '隐私说明（白话版）',
};

export const checkYourMail = {
  title: '请查收邮件',
  lead: '还差一步：有一封邮件正在发给您。请打开里面的链接，或在下面输入里面的验证码。',
  mistyped:
    '您的邮箱地址对吗？您在 @ 后面输入的内容像是手误，比如把 gmail.com 打成了 gmial.com。如果没错，那就没事。如果错了，我们的邮件送不到：请重新填写表单。',
  noMail: '五分钟后还没有收到邮件？',
  spam: '请看看垃圾邮件文件夹。',
  again:
    '如果邮箱地址填错了，请用正确的地址重新填写表单。没有确认过的，绝不会计入，也绝不会发出。同一个地址每天最多收到三封邮件。',
  signAgain: '返回倡议页面',
  mailboxLead: '这是演示：邮件不会真的发出，只保存在这里。',
  mailboxLink: '打开演示邮箱',
  codeTitle: '改为输入验证码',
  codeLead: '如果您不想打开链接，请输入邮件里的验证码。',
  codeHint: '六位数字，在我们发给您的邮件里。',
  codeButton: '确认',
};

export const signed = {
  title: '谢谢您，您的签名已经计入。',
  lead: (title: string) => `您已确认在“${title}”上的签名`,
  lettersTitle: '现在，给您的代表写信吧',
  lettersText: '只要五分钟。一封用自己的话写成的信，比名单上的一个名字更有分量。',
  lettersButton: '写信',
  back: '返回倡议页面',
};

export const confirm = {
  signature: {
    pending: '确认您的签名',
    pendingLead: '请看一看，这是不是您的本意。按下按钮，您的签名就会计入。',
    button: '确认我的签名',
    done: '您的签名已经确认过了',
    doneLead: '签名已经计入，您不需要再做什么。',
  },
  letter: {
    pending: '确认您的信',
    pendingLead: '请看一看，这是不是您的本意。按下按钮，您的信就会发出。',
    button: '确认并发出我的信',
    done: '您的信已经确认过了',
    doneLead: '信已经发出，或即将发出，您不需要再做什么。',
    sendLead: '由我们发送的邮件已经发出，或即将发出。还有一部分要由您自己送出。',
    send: '怎样自己送出',
  },
  petition: '倡议',
  notYou: '您对此一无所知？关掉这一页就好：不按按钮，什么都不会发生。',
  back: '前往倡议页面',
};
