import { en } from './en.ts';
import type { Strings } from './strings.ts';
import { accessibility } from './zh-Hant/accessibility.ts';
import { answered, why } from './zh-Hant/after.ts';
import { figures } from './zh-Hant/figures.ts';
import { consent, errors, fields } from './zh-Hant/forms.ts';
import { languages } from './zh-Hant/languages.ts';
import { coaching, letter, letterPreview, letterSent } from './zh-Hant/letter.ts';
import { mail, mailbox } from './zh-Hant/mailbox.ts';
import { me, yourData } from './zh-Hant/me.ts';
import { campaign, checkYourMail, confirm, home, layout, progress, sign, signed } from './zh-Hant/pages.ts';
import { pack } from './zh-Hant/pack.ts';
import { privacy } from './zh-Hant/privacy.ts';
import { problem, problems } from './zh-Hant/problems.ts';
import { letterPrint, sendYourself } from './zh-Hant/send.ts';
import { feed, share, sharing } from './zh-Hant/share.ts';

/** Every interface string, in 繁體中文. Organizers' pages are in English. */
export const zhHant: Strings = {
  layout,
  languages,
  home,
  campaign,
  progress,
  figures,
  sign,
  share,
  sharing,
  feed,
  checkYourMail,
  signed,
  confirm,
  letter,
  coaching,
  letterPreview,
  letterSent,
  sendYourself,
  letterPrint,
  mailbox,
  mail,
  me,
  yourData,
  answered,
  why,
  organize: en.organize,
  pack,
  accessibility,
  privacy,
  problem,
  problems,
  fields,
  errors,
  consent,
};
