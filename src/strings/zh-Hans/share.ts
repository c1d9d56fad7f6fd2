import { spaced } from '../spaced.ts';

/** Links on pages, to pass a campaign on. */
export const share = {
  title: '告诉更多人',
  device: '分享……',
  email: '电子邮件',
  mailBody: (title: string, url: string) => `这项倡议对我很重要，或许对您也是：\n\n${title}\n${url}\n`,
  /** Names of places, as they call themselves. */
  places: {
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    line: 'LINE',
    mastodon: 'Mastodon',
    bluesky: 'Bluesky',
    x: 'X',
    facebook: 'Facebook',
  },
  newTab: '每个链接都会打开新的标签页。只有点开链接，对方才会知道您来过。',
  link: '或者复制这个网址',
  linkHint: '可以用在 Signal，也可以用在您与人交谈的任何地方。',
  copy: '复制网址',
  copied: '网址已复制。',
  more: '海报、二维码，以及可以放到您自己网站上的表单',
};

/** The page about all the ways to pass a campaign on, and that of Mastodon. */
export const sharing = {
  title: '把倡议传开',
  lead: (title: string) => `怎样让更多人知道“${title}”`,
  qrTitle: '二维码和海报',
  qrLead: '可以用在布告栏、橱窗，或演讲的最后一张幻灯片：用手机对准一扫，就能找到这项倡议。',
  qrLabel: '通往这项倡议的二维码',
  poster: '可打印的海报（A4）',
  posterLead: '请用 A4 纸打印，或保存为 PDF。',
  posterCall: '读一读，签个名。',
  posterRead: '看看结果如何。',
  print: '打印',
  embedTitle: '放到您自己的网站上',
  embedLead:
    '这几行代码会在您的网页上显示表单和签名人数。它不设置 cookie，也不在读者那里保存任何东西；表单的下一步会在新的标签页中打开。',
  embedCode: '要复制的代码',
  embedScript: '这段脚本会让框架与里面的内容一样高。没有脚本时，框架内可以滚动。',
  embedSee: '看看效果',
  oembed: '如果网站支持 oEmbed（例如 WordPress），粘贴这项倡议的网址就够了。',
  feedTitle: '里程碑',
  feedLead: '用新闻阅读器订阅，达成目标、递交签名或收到答复时就会得到消息。',
  feed: '这项倡议的订阅源（Atom）',
  back: '返回倡议页面',
  mastodonTitle: '在 Mastodon 上分享',
  mastodonLead: 'Mastodon 有许多服务器。您用的是哪一个？您输入的内容，我们既不保存，也不转交。',
  server: '您的服务器',
  serverHint: '例如 social.example；填完整的账号也可以。',
  serverButton: '继续',
  serverOpen: (server: string) => spaced`在${server}上发帖`,
};

/** Titles of milestones in the feed. */
export const feed = {
  goal: (goal: string) => `已有 ${goal} 人签名`,
  titles: {
    opened: '倡议开始了',
    'text-changed': '请愿的文字有修改',
    'handed-over': '签名已经递交',
    answered: '收到了答复',
  },
};
