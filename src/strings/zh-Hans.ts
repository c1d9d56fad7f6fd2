import { en } from './en.ts';
import type { Strings } from './strings.ts';
import { accessibility } from './zh-Hans/accessibility.ts';
import { answered, why } from './zh-Hans/after.ts';
import { figures } from './zh-Hans/figures.ts';
import { consent, errors, fields } from './zh-Hans/forms.ts';
import { languages } from './zh-Hans/languages.ts';
import { coaching, letter, letterPreview, letterSent } from './zh-Hans/letter.ts';
import { mail, mailbox } from './zh-Hans/mailbox.ts';
import { me, yourData } from './zh-Hans/me.ts';
import { campaign, checkYourMail, confirm, home, layout, progress, sign, signed } from './zh-Hans/pages.ts';
import { pack } from './zh-Hans/pack.ts';
import { privacy } from './zh-Hans/privacy.ts';
import { problem, problems } from './zh-Hans/problems.ts';
import { letterPrint, sendYourself } from './zh-Hans/send.ts';
import { feed, share, sharing } from './zh-Hans/share.ts';

/** Every interface string, in 简体中文. Organizers' pages are in English. */
export const zhHans: Strings = {
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
