import { spaced } from '../spaced.ts';

/** The page of a campaign's figures, and what stands about them beside the count. */
export const figures = {
  title: '連署數是怎麼來的',
  link: '我們怎麼計數',
  lead: (title: string) => `「${title}」的所有數字，只要不會透露任何一個人的情形，都在這裡。`,
  elsewhere: (places: string) => spaced`另外單獨計數：${places}。`,
  paper: (count: string) => `紙本連署 ${count} 份`,
  import: (count: string) => `在別處收集 ${count} 份`,
  removed: (count: string, day: string) => spaced`${day}剔除 ${count} 份：`,
  undone: (day: string) => spaced`已於${day}恢復。`,

  quality: '從表單到連署數',
  qualityTable: '表單後來怎麼樣了',
  what: '項目',
  number: '連署數',
  counted: '目前計入',
  received: '收到的表單',
  confirmed: '已用郵件裡的連結或驗證碼確認',
  expired: '未及時確認，已刪除',
  bounced: '請求確認的郵件未能送達',
  withdrawn: '由連署人撤回',
  erased: '曾經計入，後來由連署人刪除',
  invalidated: '遭主辦人剔除且未恢復，無論是否確認過',

  removals: '主辦人剔除的連署',
  noRemovals: '主辦人沒有剔除過任何連署。',

  countries: '依國家或地區',
  countriesTable: '各國家或地區已確認的連署',
  country: '國家或地區',
  otherCountries: '其他國家或地區',
  noCountries: '連署的人還太少：說出他們來自哪裡，就會透露他們是誰。',

  days: '依日期',
  daysTable: '每天的連署情形，最近的日期在前',
  day: '日期（UTC）',
  lastDays: '最近 60 個有變動的日子；下方的檔案包含所有日期。',
  columns: {
    received: '收到',
    confirmed: '確認',
    reinstated: '恢復',
    withdrawn: '撤回',
    invalidated: '剔除',
    erased: '刪除',
    total: '連署數',
  },
  noDays: '還沒有任何變動。',

  files: '自己核對',
  filesLead: '以小時為單位的歷史紀錄，以及本頁的全部內容，供試算表和程式使用：',
  csv: '歷史紀錄（CSV）',
  json: '所有數字（JSON）',

  methodTitle: '計數方法',
  method: [
    '連署人回應了寄到其信箱的郵件，連署才計入。只填了表單的，絕不計入。',
    '一個信箱，一份連署：寫法不同但通往同一個信箱的地址，算作一個。再次連署不會重複計入。',
    '連署遭撤回、由連署人刪除或被主辦人剔除後，就不再計入。主辦人每次剔除連署，都會在這裡列出日期、數目與理由。',
    '紙本連署和在別處收集的連署沒有經過郵件確認，因此單獨計數，不在其他任何數字之中。',
    '時間無條件捨去到小時。一小時內至少有十個人確認，這一小時才會單獨列出；不到十人的就合併，最多合併成一整天，這樣誰也看不出某個人是何時連署的。撤回和刪除的情形，只按日期公布。',
    '已確認連署不到十份的國家或地區，合併為「其他國家或地區」；必要時再併入更多，直到其中任何一個都推算不出來。',
    '連署數從不估算：儲存、確認或移除一份連署，和連署數的增減是同一個步驟。指令「campaign doctor」會拿它與連署本身核對，依照說明，營運者應每天執行一次。',
  ],
};
