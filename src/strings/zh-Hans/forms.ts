import { spaced } from '../spaced.ts';

/** Labels of the form fields, also used where a mail or a page repeats what was typed. */
export const fields = {
  name: '您的姓名',
  email: '电子邮箱地址',
  country: '国家或地区',
  chooseCountry: '请选择…',
  postcode: '邮政编码',
  comment: '您为什么签名？',
  public: '公开显示',
  updates: '用电子邮件接收消息',
  area: '选区',
  subject: '主题',
  body: '您的信',
  representative: '代表',
  code: '六位验证码',
  optional: '（选填）',
  yes: '是',
  no: '否',
  meant: (address: string) => `您要填的是 ${address} 吗？`,
  mend: '是的，改过来',
  errorSummary: '请检查您填写的内容',
  errorPrefix: '错误：',
};

/** One sentence for each fault, saying what to do. */
export const errors = {
  server: '请填写您的服务器名称，例如 social.example。',
  nameMissing: '请填写您的姓名。',
  nameTooLong: '请把姓名缩短到 120 个字符以内。',
  nameControl: '请把姓名写在一行之内，不要用特殊的控制字符。',
  nameUnreadable: '请填写至少含有一个文字的姓名，不要用会改变文字方向的字符。',
  nameOfWriter: '请填写不含 < > @ 的姓名：在信里，它就写在您的邮箱地址旁边。',
  emailMissing: '请填写您的电子邮箱地址。',
  emailWrong: '请填写像 name@example.org 这样的邮箱地址。',
  emailTooLong: '请填写 254 个字符以内的邮箱地址。',
  countryMissing: '请选择您的国家或地区。',
  countryUnknown: '请从列表中选择国家或地区。',
  postcodeTooLong: '请把邮政编码缩短到 20 个字符以内。',
  postcodeMissing: '请填写邮政编码，或从列表中选择您的选区或一个姓名。',
  postcodeUnknown: '我们查不到这个邮政编码。请核对一下，或从列表中选择您的选区或一个姓名。',
  postcodeNobody: '仅凭这个邮政编码，我们找不到可以写信的人。请从列表中选择选区或姓名。',
  commentTooLong: '请把留言缩短到 1000 个字符以内。',
  controlCharacters: '请删去这段文字里的特殊控制字符。',
  codeMissing: '请输入我们邮件里的六位验证码。',
  codeWrong: '请核对邮箱地址和验证码：两者对不上，或验证码已经过期。',
  subjectMissing: '请填写信的主题。',
  subjectTooLong: '请把主题缩短到 200 个字符以内。',
  bodyMissing: '请先写好信，再发送。',
  bodyTooLong: '请把信缩短到 20000 个字符以内。',
  representativeMissing: '请至少选择一位代表。',
  representativeTooMany: (most: number) => (most === 1 ? '请只选择一位代表。' : `请最多选择 ${most} 位代表。`),
  representativeUnknown: '请从列表中选择代表；您选的其中一位已经不在列表上。',
};

/** Stored by version with each signature: a change of one word makes a new version. */
export const consent = {
  statement: (publisher: string) =>
    spaced`签名即表示我同意${publisher}保存我在此填写的内容，用来确认和计入我的签名，并递交请愿。我可以随时收回这项同意：用每封邮件里的链接，或写信给${publisher}。`,
  public: '在本页公开显示我的姓名、国家或地区和留言。',
  updates: (publisher: string) => spaced`${publisher}可以发电子邮件告诉我这项倡议后来怎么样了。`,
};
