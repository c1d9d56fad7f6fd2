import { spaced } from '../spaced.ts';

export const letter = {
  title: '给您的代表写信',
  description: '查一查谁代表您，用自己的话写信，并看到将要发出的原样。',
  steps: (most: number) =>
    most === 1
      ? '选择一位代表。有电子邮箱的，由我们发邮件，回复会寄到您的邮箱；没有的，由您自己送达，我们会帮您。'
      : `最多选择 ${most} 位代表。有电子邮箱的，由我们逐一单独发邮件，回复会寄到您的邮箱；其余的由您自己送达，我们会帮您。`,
  verifyFirst: '在您确认自己的邮箱地址之前，什么都不会发出。',
  where: '您住在哪里？',
  find: '查找代表',
  change: '显示代表',
  byPostcode: '用邮政编码查找谁代表您',
  postcodePrivate: '我们用它查找您的选区，不会保存。',
  findAreas: '查询',
  postcodeSource: (source: string) => `邮政编码来源：${source.replace(/[.。]$/, '')}。`,
  orChoose: '或者选择',
  search: '姓名、选区或政党',
  more: '找别的人：姓名、选区或政党',
  findMore: '再找一找',
  within: (areas: string[]) =>
    areas.length === 1 ? `选区：${areas.join()}。` : `有几个选区符合：${areas.join('；')}。请选择代表您的人。`,
  rest: (count: string) => `还有 ${count} 位符合。要看到他们，请选择选区，或搜索姓名、选区或政党。`,
  nobodyFits: '没有找到符合的人。请换一种写法，只输入名字的一部分，或选择全部选区。',
  others: '您还可以用另一封信写给其他人',
  writeToThese: (titles: string[], count: string) => `写给他们：${titles.join('、')}（${count}）`,
  allAreas: '全部选区',
  who: '写给谁',
  none: (country: string) => spaced`我们还不知道${country}有哪些代表。请选择其他国家或地区，或者签署请愿。`,
  source: (source: string) => `来源：${source.replace(/[.。]$/, '')}。`,
  asOf: (day: string) => spaced`截至${day}。`,
  show: (count: string) => `显示 ${count} 位代表`,
  paused: '邮件已暂停发送，何时恢复未定。',
  channels: {
    email: '由我们发邮件',
    form: '用对方的联系表单：由您提交',
    phone: '打电话：要说的话我们帮您备好',
    post: '邮寄：由您打印寄出',
    none: '目前没有已知的方式可以联系这位代表。',
  },
  you: '关于您',
  emailHint: '代表会看到这个地址，并回复到这里。',
  postcodeHint: '许多代表只答复自己选区的人。它会写在您的信下面。',
  yourLetter: '您的信',
  placeholders: '请保留 {{ representative }} 和 {{ name }} 的原样：每一封都会换上正确的名字。',
  preview: '预览',
  send: '提交并等待验证',
  stored: (publisher: string) =>
    spaced`您的信会发给您选择的代表，并发一份副本给您。在${publisher}的服务器上，它和您填写的其他内容一起密封；组织者可以打开您的姓名和邮箱地址。信的正文会在几周后删除。`,
  privacy: '隐私说明（白话版）',
};

/** What helps people to a letter of their own. Nothing of it is a condition. */
export const coaching = {
  title: '其中有多少是您自己的话',
  meter: '您自己的话',
  /** @param tenths how much of the letter is the template's, 0…10 */
  says: (tenths: number): string => {
    if (tenths === 0) return '全是您自己的话，信的分量正在于此。';
    if (tenths < 5) return '大部分是您自己的话，信的分量正在于此。';
    return `${templatesPart(tenths)}写上一段自己的话，信就有了分量。`;
  },
  ask: '写一段自己的话就够了。比如：',
  questions: ['您或您认识的人遇到过什么事？', '在您住的地方，这件事为什么重要？', '您希望代表做什么？'],
};

function templatesPart(tenths: number): string {
  if (tenths === 10) return '每个字都出自范本。';
  if (tenths === 5) return '大约一半的文字出自范本。';
  return `大约${{ 6: '六', 7: '七', 8: '八', 9: '九' }[tenths] ?? ` ${tenths} `}成的文字出自范本。`;
}

export const letterPreview = {
  title: '将要发出的内容',
  lead: (mails: number, others: number) =>
    [
      mails > 0 && `${mails} 封邮件，与这里显示的完全一样。`,
      others > 0 && `${others} 封由您自己送达的信：确认之后，我们会告诉您怎么做。`,
    ]
      .filter(Boolean)
      .join(''),
  verifyFirst: '在您确认自己的邮箱地址之前，什么都不会发出。',
  from: '发件人',
  replyTo: '回复地址',
  to: '收件人',
  way: '方式',
  subject: '主题',
  send: '提交并等待验证',
  edit: '修改',
};

export const letterSent = {
  title: '谢谢您，您的信已经上路。',
  lead: '您的邮箱地址已经确认。每一位有电子邮箱的代表都会单独收到一封邮件，在对方的办公时间里分批发出；您会马上收到一份副本。如果有哪位需要您自己联系，或您以前在这里给谁写过信，副本里会说明。',
  reply: '回信会直接寄到您自己的邮箱，可能要等几个星期。',
  sign: '也来签署请愿',
  back: '返回倡议页面',
};
