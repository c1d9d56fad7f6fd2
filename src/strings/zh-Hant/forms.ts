import { spaced } from '../spaced.ts';

/** Labels of the form fields, also used where a mail or a page repeats what was typed. */
export const fields = {
  name: '您的姓名',
  email: '電子郵件地址',
  country: '國家或地區',
  chooseCountry: '請選擇…',
  postcode: '郵遞區號',
  comment: '您為什麼連署？',
  public: '公開顯示',
  updates: '以電子郵件接收消息',
  area: '選區',
  subject: '主旨',
  body: '您的信',
  representative: '代表',
  code: '六位數驗證碼',
  optional: '（選填）',
  yes: '是',
  no: '否',
  meant: (address: string) => `您要填的是 ${address} 嗎？`,
  mend: '是的，改過來',
  errorSummary: '請檢查您填寫的內容',
  errorPrefix: '錯誤：',
};

/** One sentence for each fault, saying what to do. */
export const errors = {
  server: '請填寫您的伺服器名稱，例如 social.example。',
  nameMissing: '請填寫您的姓名。',
  nameTooLong: '請把姓名縮短到 120 個字元以內。',
  nameControl: '請把姓名寫在一行之內，不要用特殊的控制字元。',
  nameUnreadable: '請填寫至少含有一個文字的姓名，不要用會改變文字方向的字元。',
  nameOfWriter: '請填寫不含 < > @ 的姓名：在信裡，它就寫在您的電子郵件地址旁邊。',
  emailMissing: '請填寫您的電子郵件地址。',
  emailWrong: '請填寫像 name@example.org 這樣的電子郵件地址。',
  emailTooLong: '請填寫 254 個字元以內的電子郵件地址。',
  countryMissing: '請選擇您的國家或地區。',
  countryUnknown: '請從清單中選擇國家或地區。',
  postcodeTooLong: '請把郵遞區號縮短到 20 個字元以內。',
  postcodeMissing: '請填寫郵遞區號，或從清單中選擇您的選區或一個姓名。',
  postcodeUnknown: '我們查不到這個郵遞區號。請核對一下，或從清單中選擇您的選區或一個姓名。',
  postcodeNobody: '只憑這個郵遞區號，我們找不到可以寫信的人。請從清單中選擇選區或姓名。',
  commentTooLong: '請把留言縮短到 1,000 個字元以內。',
  controlCharacters: '請刪去這段文字裡的特殊控制字元。',
  codeMissing: '請輸入我們郵件裡的六位數驗證碼。',
  codeWrong: '請核對電子郵件地址和驗證碼：兩者對不起來，或是驗證碼已經過期。',
  subjectMissing: '請填寫信的主旨。',
  subjectTooLong: '請把主旨縮短到 200 個字元以內。',
  bodyMissing: '請先把信寫好，再寄出。',
  bodyTooLong: '請把信縮短到 20,000 個字元以內。',
  representativeMissing: '請至少選擇一位代表。',
  representativeTooMany: (most: number) => (most === 1 ? '請只選擇一位代表。' : `請最多選擇 ${most} 位代表。`),
  representativeUnknown: '請從清單中選擇代表；您選的其中一位已經不在清單上。',
};

/** Stored by version with each signature: a change of one word makes a new version. */
export const consent = {
  statement: (publisher: string) =>
    spaced`參與連署即表示我同意${publisher}保存我在此填寫的內容，用來確認並計入我的連署，以及遞交連署。我可以隨時收回這項同意：使用每封郵件裡的連結，或寫信給${publisher}。`,
  public: '在本頁公開顯示我的姓名、國家或地區與留言。',
  updates: (publisher: string) => spaced`${publisher}可以用電子郵件告訴我這項倡議後來怎麼樣了。`,
};
