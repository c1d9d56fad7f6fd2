import { spaced } from '../spaced.ts';

/** Links on pages, to pass a campaign on. */
export const share = {
  title: '告訴更多人',
  device: '分享……',
  email: '電子郵件',
  mailBody: (title: string, url: string) => `這項倡議對我很重要，或許對您也是：\n\n${title}\n${url}\n`,
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
  newTab: '每個連結都會開啟新分頁。點開連結，對方才會知道您來過。',
  link: '或是複製這個網址',
  linkHint: '可以用在 Signal，也可以用在您與人交談的任何地方。',
  copy: '複製網址',
  copied: '網址已複製。',
  more: '海報、QR 碼，以及可以放到您自己網站上的表單',
};

/** The page about all the ways to pass a campaign on, and that of Mastodon. */
export const sharing = {
  title: '把倡議傳開',
  lead: (title: string) => `怎樣讓更多人知道「${title}」`,
  qrTitle: 'QR 碼與海報',
  qrLead: '可以用在布告欄、櫥窗，或演講的最後一張投影片：用手機對準一掃，就能找到這項倡議。',
  qrLabel: '通往這項倡議的 QR 碼',
  poster: '可列印的海報（A4）',
  posterLead: '請用 A4 紙列印，或存成 PDF。',
  posterCall: '讀一讀，一起連署。',
  posterRead: '看看結果如何。',
  print: '列印',
  embedTitle: '放到您自己的網站上',
  embedLead:
    '這幾行程式碼會在您的網頁上顯示表單和連署人數。它不使用 cookie，也不在讀者那裡儲存任何東西；表單的下一步會在新分頁開啟。',
  embedCode: '要複製的程式碼',
  embedScript: '這段指令碼會讓框架與裡面的內容一樣高。沒有指令碼時，框架內可以捲動。',
  embedSee: '看看效果',
  oembed: '如果網站支援 oEmbed（例如 WordPress），貼上這項倡議的網址就夠了。',
  feedTitle: '里程碑',
  feedLead: '用新聞閱讀器訂閱，達成目標、遞交連署或收到回應時就會得到消息。',
  feed: '這項倡議的訂閱來源（Atom）',
  back: '回到倡議頁面',
  mastodonTitle: '在 Mastodon 上分享',
  mastodonLead: 'Mastodon 有許多伺服器。您用的是哪一個？您輸入的內容，我們既不儲存，也不轉交。',
  server: '您的伺服器',
  serverHint: '例如 social.example；填完整的帳號也可以。',
  serverButton: '繼續',
  serverOpen: (server: string) => spaced`在${server}上發文`,
};

/** Titles of milestones in the feed. */
export const feed = {
  goal: (goal: string) => `已有 ${goal} 人連署`,
  titles: {
    opened: '倡議開始了',
    'text-changed': '連署的文字有修改',
    'handed-over': '連署已經遞交',
    answered: '收到了回應',
  },
};
