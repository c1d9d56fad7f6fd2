import { spaced } from '../spaced.ts';

/** The document that a petition is handed over with. */
export const pack = {
  kind: '連署書',
  to: (addressee: string) => `致：${addressee}`,
  by: (publisher: string) => spaced`由${publisher}遞交`,
  asOf: (time: string) => spaced`截至${time} UTC`,
  signatures: (count: string) => `${count} 份已確認的連署`,
  and: (places: string) => spaced`另外單獨計數：${places}。`,
  paper: (count: string) => `紙本連署 ${count} 份`,
  import: (count: string) => `在別處收集 ${count} 份`,
  text: '連署的文本',
  texts: '連署的各個文本',
  version: (language: string, day: string, count: string) => spaced`${language}，自${day}起：${count} 份連署`,
  fingerprint: (sha256: string) => `本文本的 SHA-256：${sha256}`,
  countries: '各國家或地區的連署',
  removedOn: (count: string, day: string) => spaced`${day}，${count} 份：`,
  undone: (day: string) => spaced`已於${day}恢復。`,
  publicNames: '願意公開姓名的連署人',
  publicNamesLead: '按連署先後排列。其他人連署時，約定姓名不會公開顯示。',
  noPublicNames: '沒有人選擇公開姓名。',
  allNames: '全部連署人',
  allNamesLead: '內容機密，僅供連署的受理對象閱覽：其中大多數人沒有同意公開姓名。依序為姓名、國家或地區、郵遞區號。',
  inAll: (count: string) => `共 ${count} 個姓名。`,
};
