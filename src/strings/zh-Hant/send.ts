import { spaced } from '../spaced.ts';

/** The page of a writer who takes a letter to its representatives themselves. */
export const sendYourself = {
  title: '自己送出您的信',
  mailed: (count: number) => `有 ${count} 位代表由我們寄郵件。`,
  left: (count: number) =>
    count === 1
      ? '還有 1 位代表由您自己聯絡：只要幾分鐘，需要的都在這裡。'
      : `還有 ${count} 位代表由您自己聯絡：每位只要幾分鐘，需要的都在這裡。`,
  allDone: '沒有要您自己送出的了。謝謝您。',
  sealed: '這個連結打不開您的信：信的內文在我們寄給您的副本裡；用請您確認這封信的那封郵件裡的連結，也能在這裡看到。',
  textGone: '內文已過保存天數，已經刪除；您的信箱裡有一份副本。',

  states: {
    waiting: '還沒有送出。',
    'mail-failed': '我們的郵件沒能送到。請改用下方的方式聯絡對方。',
    sent: (when: string) => spaced`您告訴我們已經送出：${when}。`,
  },
  leftOffice: '對方已經卸任，不必再送。',
  another: (way: string) => `或是${way}`,
  ways: { form: '用對方的聯絡表單', phone: '打電話', post: '郵寄' },

  form: {
    title: '用對方的聯絡表單',
    copyLead: '複製您的信。沒有按鈕時：點進文字裡，全選，再複製。',
    subject: (name: string) => spaced`您給${name}的信的主旨`,
    body: (name: string) => spaced`您給${name}的信`,
    copySubject: '複製主旨',
    copyBody: '複製信的內文',
    copied: '已複製。',
    openLead: '打開表單，貼上您的信，在那裡送出。表單可能會請您填寫住址。',
    open: '打開聯絡表單（在新分頁）',
  },
  phone: {
    title: '打電話',
    call: (number: string) => `撥打 ${number}`,
    lead: '一分鐘就夠了。接電話的多半是辦公室的人，會記下來電者的訴求。用自己的話說，或是像這樣說：',
    hello: (name: string, place: string) => spaced`您好，我叫${name}，住在……（您所在的鄉鎮市區），${place}。`,
    about: (representative: string, subject: string) =>
      spaced`我打電話來，是想請${representative}做一件事，是關於「${subject}」的。`,
    ask: (representative: string) => spaced`可以請您轉達，並告訴我${representative}怎麼看嗎？`,
    reply: (email: string) => `回覆請寄到 ${email}。謝謝您。`,
    nobody: '如果沒有人接',
    nobodyLead:
      '轉到了語音信箱？把同樣的話慢慢說一遍，再說出您的郵遞區號和電話號碼。一直沒人接？上班日十點到四點之間最容易打通，改天再試一次。',
  },
  post: {
    title: '郵寄',
    lead: '列印出來，簽上名字，寄到：',
    print: '打開可列印的信',
  },

  didYou: '您送出了嗎？',
  sent: (name: string) => spaced`是，已送給${name}`,
  notSent: (name: string) => spaced`否，還沒有送給${name}`,
  sign: '也來參與連署',
  back: '回到倡議頁面',
  data: '我們保有您的哪些資料',
};

/** The letter on paper. */
export const letterPrint = {
  title: '列印您的信',
  lead: '請以 100% 的比例列印，不要瀏覽器的頁首和頁尾。摺成三摺，地址就會露在常見信封的透明窗口裡。',
  typed: '請加上您的街道和城鎮，對方才能寫信回覆。您在這裡輸入的內容只留在您的瀏覽器裡。',
  street: '您的街道和門牌號碼',
  town: '您的郵遞區號和城鎮',
  print: '列印',
  back: '回到送出方式',
  signature: '簽名處',
};
