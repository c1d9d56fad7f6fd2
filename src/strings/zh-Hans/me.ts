import { spaced } from '../spaced.ts';

/** The page where somebody asks for a link to what we hold about them. */
export const me = {
  title: '你们保存了我的哪些信息？',
  lead: '我们发给您的每封邮件，末尾都有一个链接，通向我们保存的关于您的一切：您可以查看，隐藏姓名，撤回，或者删除。',
  lost: '邮件找不到了？',
  lostLead:
    '请输入您签名或写信时用的邮箱地址。如果我们认得它，就会给它发一个新的链接，打开属于您的页面。您的姓名和填写的其他内容，只有我们第一封邮件里的链接才能打开，因为密钥只在那封邮件里。',
  closed: (campaigns: string) =>
    spaced`在已经彻底关闭的倡议中，谁也不能再查询邮箱地址，我们也不能。那里只有您邮件中的链接能通向您的页面：${campaigns}。`,
  button: '给我发链接',
  mailedTitle: '请查收邮件',
  mailed:
    '如果我们保存了与这个地址有关的信息，链接已经在路上。如果五分钟后仍未收到，请看看垃圾邮件文件夹；也可能是我们并不认得这个地址，或者今天已经给它发过三封邮件。',
  erasedTitle: '已全部删除',
  erased:
    '您在这项倡议中的签名、您的信，以及我们保存的与您的邮箱地址有关的一切，都已从数据库中删除。我们留下一条记录，其中没有您的姓名和地址；万一有备份被恢复，就凭它再次删除。已经用邮件发出的，仍在收件人手里。',
};

/** The page that a link opens. */
export const yourData = {
  title: '我们保存了您的哪些信息',
  lead: (campaign: string) => `在倡议“${campaign}”中`,
  signature: '您的签名',
  state: '状态',
  states: {
    pending: '等待您确认；尚未计入',
    confirmed: '已确认并计入',
    withdrawn: '已撤回；不计入',
    expired: '已过期；不计入',
    invalidated: '组织者已将其剔除，不计入',
  },
  gathered: '收集方式',
  /** Nothing is said of those that were gathered here. */
  origins: {
    site: '',
    paper: '签在纸上，由组织者提交',
    import: '在别处收集，由组织者提交',
  },
  signedAt: '签名时间',
  writtenAt: '写信时间',
  templateShare: '其中出自倡议范本的部分',
  inTen: (tenths: number) => `约 ${tenths * 10}%`,
  confirmedAt: '确认时间',
  invalidatedAt: '剔除时间',
  invalidatedWhy: '组织者给出的理由',
  invalidatedNote: (publisher: string, contact: string) =>
    spaced`${publisher}已将您的签名剔除。它不再显示，也不再计入；重新签名不会改变这一点。如果这是误会，请写信给 ${contact}。您也可以撤回它，这样无论组织者怎样决定，它都不会再计入；或者删除一切。`,
  toTheHour: (time: string) => `${time}（精确到小时）`,
  source: '您来时所用链接的代码',
  language: '语言',
  sealedSignature:
    '您的姓名、邮箱地址、邮政编码、留言，以及是否愿意接收消息，都是密封的。本服务器没有打开它们的密钥：只有请您确认的那封邮件里的链接能打开，倡议的组织者也能打开。',
  sealedElsewhere:
    '您的姓名、地址、邮政编码和留言由组织者提交，都是密封的：本服务器没有打开它们的密钥，也没有链接能打开。如果您想看，请联系组织者。',
  agreedElsewhere: '您同意的内容写在您签名的地方，由组织者保存。',
  sealedLetter: '您的姓名、邮箱地址、邮政编码和信本身都是密封的：用请您确认这封信的那封邮件里的链接才能打开。',
  resubmissions: (count: number) =>
    count === 1
      ? '有一份填了您邮箱地址的表单在等待另行确认；只有相应邮件里的链接能打开它。'
      : `有 ${count} 份填了您邮箱地址的表单在等待各自的确认；只有相应邮件里的链接能打开它们。`,
  agreed: '您签署的内容',
  consent: '您同意的内容',
  ticked: '您勾选了：',
  notTicked: '您没有勾选：',
  tickedSealed: '您是否勾选了这一项，是密封的：',
  shown: '公开显示',
  shownAs: {
    shown: '倡议页面上显示着：',
    waiting: '您选择显示以下内容。要等组织者看过之后才会显示：',
    hidden: '您选择显示以下内容。组织者没有显示：',
  },
  /** Of a name that its signer chose to show. */
  standings: {
    waiting: '还没有：在等组织者查看',
    hidden: '没有：组织者不予显示',
  },
  hidden: '倡议页面上没有显示您的任何信息。',
  hide: '隐藏我的姓名',
  show: '显示我的姓名、国家或地区和留言',
  cannotShow: '要公开显示，请用您当初确认签名的那封邮件里的链接：只有它能打开您的姓名。',
  cannotShowElsewhere: '要公开显示，请也在这里签名：您只会计入一次。',
  news: '用电子邮件接收消息',
  newsOff: '您要求不再接收消息。组织者的名单上已经注明。',
  newsLead: '如果您勾选过那个方框，组织者可以给您发消息。在这里可以收回。',
  noNews: '请不要给我发消息',
  withdrawTitle: '撤回您的签名',
  withdrawLead: '签名不再计入，不再显示，也不再导出。您填写的内容仍然密封，直到您把它删除，或这项倡议的保存期限已满。',
  withdraw: '撤回我的签名',
  signAgain: '重新签名',
  letter: (number: number) => `第 ${number} 封信`,
  letterStates: {
    pending: '等待您确认；尚未发出',
    verified: '已确认',
    expired: '已过期；没有发出',
  },
  answers: '您告诉我们的答复情况',
  answer: {
    yes: (name: string) => `${name}：已答复`,
    no: (name: string) => `${name}：尚未答复`,
  },
  channels: {
    email: '通过邮件',
    form: '通过对方的联系表单',
    phone: '通过电话',
    post: '通过邮寄',
    none: '没有已知的方式',
  },
  delivery: (name: string, channel: string, state: string) => `${name}：${channel}；${state}`,
  deliveryStates: {
    unconfirmed: '等待您确认',
    queued: '正在路上',
    yours: '等您自己送出',
    sent: '已发出',
    bounced: '被退回，对方地址拒收',
    failed: '未能发出',
    'handed-over': '您已送出',
    repeated: '没有发出：您以前给对方写过信',
  },
  sendYourself: '怎样自己送出',
  textGone: '正文已过保存天数，已经删除。',
  json: '取得文件',
  download: '下载',
  jsonLead: '本页全部内容，以程序可读的格式（JSON）保存。',
  eraseTitle: '全部删除',
  eraseLead:
    '您的签名不再计入，还没发出的信不会再发，我们在这项倡议中保存的与您的邮箱地址有关的一切都会删除；只留下一条不含您姓名和地址的记录，万一有备份被恢复，就凭它再次删除。删除之后无法撤销。已经用邮件发出的，仍在收件人手里。',
  sure: '是的，请删除关于我的一切。',
  sureMissing: '如果您确实要全部删除，请勾选这个方框。',
  erase: '全部删除',
  done: {
    show: '您的姓名现已显示。',
    'show-waiting': '您选择了显示。组织者看过之后，您的姓名就会出现。',
    'show-hidden': '您选择了显示。组织者不显示您的姓名。',
    hide: '您的姓名现已隐藏。',
    'no-news': '今后任何消息名单上都不会有您。',
    withdraw: '您的签名已撤回，不再计入。',
  },
  refused: '没有办成：页面内容在此期间已有变动。现在的情况如下。',
};
