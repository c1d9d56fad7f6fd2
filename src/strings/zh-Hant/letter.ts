import { spaced } from '../spaced.ts';

export const letter = {
  title: '寫信給您的民意代表',
  description: '查出誰代表您，用自己的話寫信，並看到即將寄出的原貌。',
  steps: (most: number) =>
    most === 1
      ? '選擇一位代表。有電子郵件的，由我們寄出郵件，回信會寄到您的信箱；沒有的，由您自己送達，我們會協助您。'
      : `最多選擇 ${most} 位代表。有電子郵件的，由我們逐一個別寄出郵件，回信會寄到您的信箱；其餘的由您自己送達，我們會協助您。`,
  verifyFirst: '在您確認自己的電子郵件地址之前，什麼都不會寄出。',
  where: '您住在哪裡？',
  find: '尋找代表',
  change: '顯示代表',
  byPostcode: '用郵遞區號查出誰代表您',
  postcodePrivate: '我們用它查出您的選區，不會保存。',
  findAreas: '查詢',
  postcodeSource: (source: string) => `郵遞區號來源：${source.replace(/[.。]$/, '')}。`,
  orChoose: '或是選擇',
  search: '姓名、選區或政黨',
  more: '找別人：姓名、選區或政黨',
  findMore: '再找找看',
  within: (areas: string[]) =>
    areas.length === 1 ? `選區：${areas.join()}。` : `有幾個選區符合：${areas.join('；')}。請選擇代表您的人。`,
  rest: (count: string) => `還有 ${count} 位符合。要看到他們，請選擇選區，或搜尋姓名、選區或政黨。`,
  nobodyFits: '找不到符合的人。請換一種寫法，只輸入名字的一部分，或選擇所有選區。',
  others: '您也可以用另一封信寫給其他人',
  writeToThese: (titles: string[], count: string) => `寫給他們：${titles.join('、')}（${count}）`,
  allAreas: '所有選區',
  who: '寫給誰',
  none: (country: string) => spaced`我們還不知道${country}有哪些代表。請選擇其他國家或地區，或參與連署。`,
  source: (source: string) => `來源：${source.replace(/[.。]$/, '')}。`,
  asOf: (day: string) => spaced`截至${day}。`,
  show: (count: string) => `顯示 ${count} 位代表`,
  paused: '郵件已暫停寄送，何時恢復未定。',
  channels: {
    email: '由我們寄郵件',
    form: '用對方的聯絡表單：由您送出',
    phone: '打電話：要說的話我們替您準備好',
    post: '郵寄：由您列印寄出',
    none: '目前沒有已知的方式可以聯絡這位代表。',
  },
  you: '關於您',
  emailHint: '代表會看到這個地址，並回覆到這裡。',
  postcodeHint: '許多代表只回覆自己選區的人。它會寫在您的信下方。',
  yourLetter: '您的信',
  placeholders: '請保留 {{ representative }} 和 {{ name }} 的原樣：每一封都會換成正確的名字。',
  preview: '預覽',
  send: '送出並等候驗證',
  stored: (publisher: string) =>
    spaced`您的信會寄給您選擇的代表，並寄一份副本給您。在${publisher}的伺服器上，它和您填寫的其他內容一起密封；主辦人可以打開您的姓名和電子郵件地址。信的內文會在幾週後刪除。`,
  privacy: '隱私權說明（白話版）',
};

/** What helps people to a letter of their own. Nothing of it is a condition. */
export const coaching = {
  title: '有多少是您自己的話',
  meter: '您自己的話',
  /** @param tenths how much of the letter is the template's, 0…10 */
  says: (tenths: number): string => {
    if (tenths === 0) return '全是您自己的話，信的分量正在於此。';
    if (tenths < 5) return '大部分是您自己的話，信的分量正在於此。';
    return `${templatesPart(tenths)}寫上一段自己的話，信就有了分量。`;
  },
  ask: '寫一段自己的話就夠了。例如：',
  questions: ['您或您認識的人遇過什麼事？', '在您住的地方，這件事為什麼重要？', '您希望代表做什麼？'],
};

function templatesPart(tenths: number): string {
  if (tenths === 10) return '每個字都出自範本。';
  if (tenths === 5) return '大約一半的文字出自範本。';
  return `大約${{ 6: '六', 7: '七', 8: '八', 9: '九' }[tenths] ?? ` ${tenths} `}成的文字出自範本。`;
}

export const letterPreview = {
  title: '即將寄出的內容',
  lead: (mails: number, others: number) =>
    [
      mails > 0 && `${mails} 封郵件，與這裡顯示的完全一樣。`,
      others > 0 && `${others} 封由您自己送達的信：確認之後，我們會告訴您怎麼做。`,
    ]
      .filter(Boolean)
      .join(''),
  verifyFirst: '在您確認自己的電子郵件地址之前，什麼都不會寄出。',
  from: '寄件人',
  replyTo: '回覆地址',
  to: '收件人',
  way: '方式',
  subject: '主旨',
  send: '送出並等候驗證',
  edit: '修改',
};

export const letterSent = {
  title: '謝謝您，您的信已經上路。',
  lead: '您的電子郵件地址已經確認。每一位有電子郵件的代表都會單獨收到一封郵件，在對方的辦公時間內分批寄出；您會馬上收到一份副本。如果有哪一位要由您自己聯絡，或您以前在這裡給誰寫過信，副本裡會說明。',
  reply: '回信會直接寄到您自己的信箱，可能要等幾個星期。',
  sign: '也來參與連署',
  back: '回到倡議頁面',
};
