import { spaced } from '../spaced.ts';

/** The pages that the mail `did-they-answer` leads to. */
export const answered = {
  title: (name: string) => spaced`${name}回覆了嗎？`,
  lead: {
    yes: (name: string) => spaced`請按下按鈕，告訴我們${name}已經回覆您的信。`,
    no: (name: string) => spaced`請按下按鈕，告訴我們${name}沒有回覆您的信。`,
  },
  acknowledgement: '自動寄出的收件通知不算回覆。',
  button: { yes: '是，已有回覆', no: '還沒有回覆' },
  instead: { yes: '或是告訴我們：已有回覆', no: '或是告訴我們：還沒有回覆' },
  stored: '主辦人會看到有幾位回覆了，哪些人沒有回覆。對方寫了什麼，只有您和對方知道。',
  thanksTitle: '謝謝您',
  thanks: {
    yes: (name: string) => spaced`您告訴我們，${name}已經回覆您的信。`,
    no: (name: string) => spaced`您告訴我們，${name}還沒有回覆您的信。`,
  },
  nothingYet: '您還沒有告訴我們。',
  change: { yes: '後來有了回覆', no: '其實沒有回覆' },
  later: '您隨時可以更改，用我們郵件裡同樣的連結即可。',
  back: '前往倡議頁面',
};

/** The page for whoever got a letter. */
export const why = {
  title: '您為什麼收到這封信',
  lead: (name: string, campaign: string) => spaced`致${name}及其辦公室：關於倡議「${campaign}」的信。`,
  chosenTitle: '有人選擇寫信給您',
  chosen:
    '有一個人查到了您，寫下或改寫了這封信，署上自己的姓名，並透過我們寄到信中地址的連結，證明那個電子郵件地址是自己的。信由我們代為寄出。您的回信會直接寄給這個人，不會寄給我們。',
  directoryTitle: '怎麼找到您的',
  directory: (title: string) => `您的地址列在名錄「${title}」中。`,
  source: (source: string) => `其來源：${source.replace(/[.。]$/, '')}。`,
  asOf: (day: string) => spaced`其內容截至${day}。`,
  campaignTitle: '誰負責這項倡議',
  campaign: (publisher: string) => spaced`${publisher}發布了這項倡議：`,
  countTitle: '有多少人寫過信給您',
  count: (count: number, number: string) =>
    count === 1
      ? '有一個人透過這項倡議寫過信給您，其電子郵件地址經過驗證。'
      : `有 ${number} 個人透過這項倡議寫過信給您，每個人的電子郵件地址都經過驗證。`,
  paced: '信不會一下子全湧過來：每封信單獨寄出，只在辦公時間寄，每小時、每天都有上限。',
  correctTitle: '有什麼不對嗎？',
  correct: (publisher: string) =>
    spaced`如果您已不再擔任這項職務，如果地址有誤，或有其他不對的地方，請寫信給${publisher}：`,
  pauseTitle: '要求暫停',
  pauseLead:
    '如果來信太快，您的辦公室讀不完，可以要求暫停。由主辦人決定；寫信的人仍可直接寫信給您。按一下並不能讓信停下來：寫信的大多是您所代表的人。',
  pauseButton: '要求暫停',
  again: '再次要求',
  open: (day: string) => spaced`有人已於${day}要求暫停。由主辦人決定，在此之前信會繼續寄出；寫信的人仍可直接寫信給您。`,
  declined: (day: string) => spaced`曾有人要求暫停，主辦人已於${day}婉拒。想知道原因，請寫信給他們，也可以再次要求。`,
  paused: (day: string) => spaced`從${day}起，本網站不再寄信給您，直到主辦人結束暫停。寫信的人仍可直接寫信給您。`,
};
