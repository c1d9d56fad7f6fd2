import { spaced } from '../spaced.ts';

/** The document that a petition is handed over with. */
export const pack = {
  kind: '请愿书',
  to: (addressee: string) => `致：${addressee}`,
  by: (publisher: string) => spaced`由${publisher}递交`,
  asOf: (time: string) => spaced`截至${time} UTC`,
  signatures: (count: string) => `${count} 个已确认的签名`,
  and: (places: string) => spaced`另外单独计数：${places}。`,
  paper: (count: string) => `纸上签名 ${count} 个`,
  import: (count: string) => `在别处收集 ${count} 个`,
  text: '签署的文本',
  texts: '签署的各个文本',
  version: (language: string, day: string, count: string) => spaced`${language}，自${day}起：${count} 个签名`,
  fingerprint: (sha256: string) => `本文本的 SHA-256：${sha256}`,
  countries: '各国家或地区的签名',
  removedOn: (count: string, day: string) => `${day}，${count} 个：`,
  undone: (day: string) => spaced`已于${day}恢复。`,
  publicNames: '愿意公开姓名的签名者',
  publicNamesLead: '按签名先后排列。其他人签名时，约定姓名不会公开显示。',
  noPublicNames: '没有人选择公开姓名。',
  allNames: '全部签名者',
  allNamesLead: '内容保密，只供请愿的受理者阅览：其中大多数人没有同意公开姓名。依次为姓名、国家或地区、邮政编码。',
  inAll: (count: string) => `共 ${count} 个姓名。`,
};
