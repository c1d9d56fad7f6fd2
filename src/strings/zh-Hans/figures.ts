import { spaced } from '../spaced.ts';

/** The page of a campaign's figures, and what stands about them beside the count. */
export const figures = {
  title: '签名数是怎么来的',
  link: '我们怎样计数',
  lead: (title: string) => `“${title}”的全部数字，只要不会透露任何一个人的情况，都在这里。`,
  elsewhere: (places: string) => spaced`另外单独计数：${places}。`,
  paper: (count: string) => `纸上签名 ${count} 个`,
  import: (count: string) => `在别处收集 ${count} 个`,
  removed: (count: string, day: string) => spaced`${day}剔除 ${count} 个：`,
  undone: (day: string) => spaced`已于${day}恢复。`,

  quality: '从表单到签名数',
  qualityTable: '表单后来怎么样了',
  what: '项目',
  number: '签名数',
  counted: '目前计入',
  received: '收到的表单',
  confirmed: '已用邮件里的链接或验证码确认',
  expired: '未按时确认，已删除',
  bounced: '请求确认的邮件未能送达',
  withdrawn: '由签名者撤回',
  erased: '曾经计入，后由签名者删除',
  invalidated: '被组织者剔除且未恢复，无论是否确认过',

  removals: '组织者剔除的签名',
  noRemovals: '组织者没有剔除过任何签名。',

  countries: '按国家或地区',
  countriesTable: '各国家或地区已确认的签名',
  country: '国家或地区',
  otherCountries: '其他国家或地区',
  noCountries: '签名的人还太少：说出他们来自哪里，就会透露他们是谁。',

  days: '按日期',
  daysTable: '每天的签名情况，最近的日期在前',
  day: '日期（UTC）',
  lastDays: '最近 60 个有变动的日子；下面的文件包含全部日期。',
  columns: {
    received: '收到',
    confirmed: '确认',
    reinstated: '恢复',
    withdrawn: '撤回',
    invalidated: '剔除',
    erased: '删除',
    total: '签名数',
  },
  noDays: '还没有任何变动。',

  files: '自己核对',
  filesLead: '按小时的历史记录，以及本页的全部内容，供电子表格和程序使用：',
  csv: '历史记录（CSV）',
  json: '全部数字（JSON）',

  methodTitle: '计数方法',
  method: [
    '签名者回应了发到其邮箱的邮件，签名才计入。只填了表单的，绝不计入。',
    '一个邮箱，一个签名：写法不同但通向同一邮箱的地址，算作一个。再次签名不会重复计入。',
    '签名被撤回、被签名者删除或被组织者剔除后，就不再计入。组织者每次剔除签名，都会在这里列出日期、数目和理由。',
    '纸上的签名和在别处收集的签名没有通过邮件确认，因此单独计数，不在其他任何数字之中。',
    '时间向下取整到小时。只有一小时内至少有十个人确认，这一小时才会单独列出；不够的就合并，最多合并成一整天，这样谁也看不出某个人是何时签名的。撤回和删除的情况，只按日期公布。',
    '已确认签名不足十个的国家或地区，合并为“其他国家或地区”；必要时再并入更多，直到其中任何一个都推算不出来。',
    '签名数从不估算：保存、确认或移除一个签名，和签名数的增减是同一个步骤。命令“campaign doctor”会把它与签名本身核对，按照说明，运营者应每天运行一次。',
  ],
};
