import { spaced } from '../spaced.ts';

export const layout = {
  siteName: '倡議',
  skip: '跳至主要內容',
  allCampaigns: '所有倡議',
  mailbox: '示範信箱',
  publishedBy: '發布單位',
  contact: '聯絡方式',
  address: '地址',
  dataController: '個人資料負責單位',
  privacy: '隱私權',
  accessibility: '無障礙',
  yourData: '你們保有我的哪些資料？',
  noTracking: '本網站不使用追蹤 cookie，也不從任何第三方載入內容。',
};

export const home = {
  title: '倡議',
  description: '在這裡參與連署，寫信給民意代表。',
  none: '這裡還沒有倡議。',
  closed: '已結束',
};

export const campaign = {
  kicker: '連署',
  kickerClosed: '連署（已結束）',
  petition: '您連署的內容',
  petitionClosed: '大家連署的內容',
  to: (addressee: string) => `致：${addressee}`,
  askChanged: (days: string) => spaced`這段文字曾於${days}修改。每一份連署始終對應連署人當時看到的文字。`,
  argument: '為什麼有這項倡議',
  backToText: (note: number) => `回到內文的註 ${note}`,
  argumentMissing: '這項連署背後的理由尚未發布。',
  closesOn: (day: string) => spaced`連署截止日：${day}`,
  signBar: '參與連署',
  recent: '最近連署的人',
  lettersTitle: '寫信給您的民意代表',
  lettersText: '連署會被計數，信會被讀到。選擇您所在的國家或地區，看看誰代表您。',
  lettersButton: '尋找代表',
  outcome: '結果如何',
  handedOver: (count: string, day: string) => spaced`${count} 份連署已於${day}遞交。`,
  handedOverOn: (day: string) => spaced`連署已於${day}遞交。`,
  handedOverCount: (count: string) => `${count} 份連署已經遞交。`,
  notHandedOver: '連署尚未遞交。',
  answer: '回應',
  noAnswer: '尚未收到回應。',
  closedNote: '這項連署已經結束，無法再參與。',
};

export const progress = {
  /** Follows the number itself, which stands in an element of its own. */
  signed: () => '人已連署',
  goal: (goal: string) => `下一個目標：${goal} 人`,
  reached: (goal: string) => `${goal} 人的目標已經達成`,
  first: '來當第一位連署人吧。',
  meter: '距離下一個目標的連署進度',
};

export const sign = {
  title: '參與這項連署',
  pausedTitle: '連署暫停中',
  paused: '主辦人暫時停止了連署，請過些時候再來。如果您已經連署過，郵件裡的連結和驗證碼仍然有效，您的連署也照常計入。',
  readText: '閱讀您要連署的全文',
  emailHint: '我們會寄一個連結到這裡，確認是您本人。',
  commentHint: '勾選下方的方格，這段話才會公開。',
  button: '參與連署',
  working: '請稍候：您的瀏覽器正在做一點運算，用來擋住機器人。您什麼都不用做。',
  leaveEmpty: '此欄請留空',
  stored: (publisher: string) =>
    spaced`您填寫的內容會立即密封：${publisher}的伺服器沒有能打開它的金鑰，只有這項倡議的主辦人才有。除非您勾選上方的方格，否則您的任何資料都不會公開。`,
  storedWithKey:
    '您填寫的內容會立即密封。本網站仍在籌備，能打開這些內容的金鑰還放在同一台伺服器上。除非您勾選上方的方格，否則您的任何資料都不會公開。',
  privacy: '隱私權說明（白話版）',
};

export const checkYourMail = {
  title: '請查看您的信箱',
  lead: '還差一步：有一封郵件正要寄到您的信箱。請打開裡面的連結，或在下方輸入裡面的驗證碼。',
  mistyped:
    '您的電子郵件地址對嗎？您在 @ 後面輸入的內容像是手誤，例如把 gmail.com 打成了 gmial.com。如果沒錯，那就沒事。如果錯了，我們的郵件寄不到：請重新填寫表單。',
  noMail: '五分鐘後還沒收到？',
  spam: '請看看垃圾郵件匣。',
  again:
    '如果電子郵件地址打錯了，請用正確的地址重新填寫表單。沒有確認過的，絕不會計入，也絕不會寄出。同一個地址每天最多收到三封郵件。',
  signAgain: '回到倡議頁面',
  mailboxLead: '這是示範：郵件不會真的寄出，只保存在這裡。',
  mailboxLink: '打開示範信箱',
  codeTitle: '改為輸入驗證碼',
  codeLead: '如果您不想打開連結，請輸入郵件裡的驗證碼。',
  codeHint: '六位數字，在我們寄給您的郵件裡。',
  codeButton: '確認',
};

export const signed = {
  title: '謝謝您，您的連署已經計入。',
  lead: (title: string) => `您已確認對「${title}」的連署`,
  lettersTitle: '現在，寫信給您的民意代表吧',
  lettersText: '只要五分鐘。一封用自己的話寫成的信，比名單上的一個名字更有分量。',
  lettersButton: '寫信',
  back: '回到倡議頁面',
};

export const confirm = {
  signature: {
    pending: '確認您的連署',
    pendingLead: '請看一下，這是不是您的本意。按下按鈕，您的連署就會計入。',
    button: '確認我的連署',
    done: '您的連署已經確認過了',
    doneLead: '連署已經計入，您不必再做什麼。',
  },
  letter: {
    pending: '確認您的信',
    pendingLead: '請看一下，這是不是您的本意。按下按鈕，您的信就會寄出。',
    button: '確認並寄出我的信',
    done: '您的信已經確認過了',
    doneLead: '信已經寄出，或即將寄出，您不必再做什麼。',
    sendLead: '由我們寄的郵件已經寄出，或即將寄出。還有一部分要由您自己送出。',
    send: '如何自己送出',
  },
  petition: '倡議',
  notYou: '您完全不知道這件事？關掉這一頁就好：不按按鈕，什麼都不會發生。',
  back: '前往倡議頁面',
};
