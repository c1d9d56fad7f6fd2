import { spaced } from '../spaced.ts';

/** The page where somebody asks for a link to what we hold about them. */
export const me = {
  title: '你們保有我的哪些資料？',
  lead: '我們寄給您的每封郵件，最後都有一個連結，通往我們保有的、關於您的一切：您可以查看，隱藏姓名，撤回，或刪除。',
  lost: '郵件找不到了？',
  lostLead:
    '請輸入您連署或寫信時用的電子郵件地址。如果我們認得它，就會寄一個新的連結過去，打開屬於您的頁面。您的姓名和填寫的其他內容，只有我們第一封郵件裡的連結才能打開，因為金鑰只在那封郵件裡。',
  closed: (campaigns: string) =>
    spaced`在已經永久關閉的倡議中，誰也無法再查詢電子郵件地址，我們也一樣。在那裡，只有您郵件中的連結能通往您的頁面：${campaigns}。`,
  button: '寄連結給我',
  mailedTitle: '請查看您的信箱',
  mailed:
    '如果我們保有與這個地址有關的資料，連結已經在路上。如果五分鐘後還沒收到，請看看垃圾郵件匣；也可能是我們並不認得這個地址，或是今天已經寄過三封郵件給它。',
  erasedTitle: '已全部刪除',
  erased:
    '您在這項倡議中的連署、您的信，以及我們保有的、與您的電子郵件地址有關的一切，都已從資料庫刪除。我們留下一筆紀錄，其中沒有您的姓名與地址；萬一有備份被還原，就憑它再次刪除。已經用郵件寄出的，仍在收件人手上。',
};

/** The page that a link opens. */
export const yourData = {
  title: '我們保有您的哪些資料',
  lead: (campaign: string) => `在倡議「${campaign}」中`,
  signature: '您的連署',
  state: '狀態',
  states: {
    pending: '等待您確認；尚未計入',
    confirmed: '已確認並計入',
    withdrawn: '已撤回；不計入',
    expired: '已逾期；不計入',
    invalidated: '主辦人已將其剔除，不計入',
  },
  gathered: '收集方式',
  /** Nothing is said of those that were gathered here. */
  origins: {
    site: '',
    paper: '簽在紙本上，由主辦人提交',
    import: '在別處收集，由主辦人提交',
  },
  signedAt: '連署時間',
  writtenAt: '寫信時間',
  templateShare: '其中出自倡議範本的部分',
  inTen: (tenths: number) => `約 ${tenths * 10}%`,
  confirmedAt: '確認時間',
  invalidatedAt: '剔除時間',
  invalidatedWhy: '主辦人說明的理由',
  invalidatedNote: (publisher: string, contact: string) =>
    spaced`${publisher}已將您的連署剔除。它不再顯示，也不再計入；重新連署不會改變這一點。如果這是誤會，請寫信給 ${contact}。您也可以撤回它，這樣無論主辦人怎麼決定，它都不會再計入；或是刪除一切。`,
  toTheHour: (time: string) => `${time}（精確到小時）`,
  source: '您來時所用連結的代碼',
  language: '語言',
  sealedSignature:
    '您的姓名、電子郵件地址、郵遞區號、留言，以及是否願意接收消息，都是密封的。本伺服器沒有打開它們的金鑰：只有請您確認的那封郵件裡的連結能打開，倡議的主辦人也能打開。',
  sealedElsewhere:
    '您的姓名、地址、郵遞區號與留言由主辦人提交，都是密封的：本伺服器沒有打開它們的金鑰，也沒有連結能打開。如果您想查看，請聯絡主辦人。',
  agreedElsewhere: '您同意的內容寫在您簽名的地方，由主辦人保存。',
  sealedLetter: '您的姓名、電子郵件地址、郵遞區號和信本身都是密封的：用請您確認這封信的那封郵件裡的連結才能打開。',
  resubmissions: (count: number) =>
    count === 1
      ? '有一份填了您電子郵件地址的表單在等候另行確認；只有該郵件裡的連結能打開它。'
      : `有 ${count} 份填了您電子郵件地址的表單在等候各自的確認；只有各該郵件裡的連結能打開它們。`,
  agreed: '您連署的內容',
  consent: '您同意的內容',
  ticked: '您勾選了：',
  notTicked: '您沒有勾選：',
  tickedSealed: '您是否勾選了這一項，是密封的：',
  shown: '公開顯示',
  shownAs: {
    shown: '倡議頁面上顯示著：',
    waiting: '您選擇顯示以下內容。要等主辦人看過之後才會顯示：',
    hidden: '您選擇顯示以下內容。主辦人沒有顯示：',
  },
  /** Of a name that its signer chose to show. */
  standings: {
    waiting: '還沒有：正等主辦人查看',
    hidden: '沒有：主辦人不予顯示',
  },
  hidden: '倡議頁面上沒有顯示您的任何資料。',
  hide: '隱藏我的姓名',
  show: '顯示我的姓名、國家或地區與留言',
  cannotShow: '想公開顯示，請用您當初確認連署的那封郵件裡的連結：只有它能打開您的姓名。',
  cannotShowElsewhere: '想公開顯示，請也在這裡連署：您只會計入一次。',
  news: '以電子郵件接收消息',
  newsOff: '您要求不再接收消息。主辦人的名單上已經註明。',
  newsLead: '如果您勾選過那個方格，主辦人可以寄消息給您。在這裡可以收回。',
  noNews: '請不要寄消息給我',
  withdrawTitle: '撤回您的連署',
  withdrawLead: '連署不再計入，不再顯示，也不再匯出。您填寫的內容仍然密封，直到您把它刪除，或這項倡議的保存期限屆滿。',
  withdraw: '撤回我的連署',
  signAgain: '重新連署',
  letter: (number: number) => `第 ${number} 封信`,
  letterStates: {
    pending: '等待您確認；尚未寄出',
    verified: '已確認',
    expired: '已逾期；沒有寄出',
  },
  answers: '您告訴我們的回覆情形',
  answer: {
    yes: (name: string) => `${name}：已回覆`,
    no: (name: string) => `${name}：尚未回覆`,
  },
  channels: {
    email: '透過郵件',
    form: '透過對方的聯絡表單',
    phone: '透過電話',
    post: '透過郵寄',
    none: '沒有已知的方式',
  },
  delivery: (name: string, channel: string, state: string) => `${name}：${channel}；${state}`,
  deliveryStates: {
    unconfirmed: '等待您確認',
    queued: '正在路上',
    yours: '等您自己送出',
    sent: '已寄出',
    bounced: '遭退回，對方地址拒收',
    failed: '未能寄出',
    'handed-over': '您已送出',
    repeated: '沒有寄出：您以前寫過信給對方',
  },
  sendYourself: '如何自己送出',
  textGone: '內文已過保存天數，已經刪除。',
  json: '取得檔案',
  download: '下載',
  jsonLead: '本頁的全部內容，以程式可讀的格式（JSON）提供。',
  eraseTitle: '全部刪除',
  eraseLead:
    '您的連署不再計入，還沒寄出的信不會再寄，我們在這項倡議中保有的、與您的電子郵件地址有關的一切都會刪除；只留下一筆不含您姓名與地址的紀錄，萬一有備份被還原，就憑它再次刪除。刪除後無法復原。已經用郵件寄出的，仍在收件人手上。',
  sure: '是的，請刪除關於我的一切。',
  sureMissing: '如果您確實要全部刪除，請勾選這個方格。',
  erase: '全部刪除',
  done: {
    show: '您的姓名現在會顯示。',
    'show-waiting': '您選擇了顯示。主辦人看過之後，您的姓名就會出現。',
    'show-hidden': '您選擇了顯示。主辦人不顯示您的姓名。',
    hide: '您的姓名現在已隱藏。',
    'no-news': '今後任何消息名單上都不會有您。',
    withdraw: '您的連署已撤回，不再計入。',
  },
  refused: '沒有辦成：頁面內容在這段期間已有變動。現在的情形如下。',
};
