import { accessibility } from './es/accessibility.ts';
import { answered, why } from './es/after.ts';
import { figures } from './es/figures.ts';
import { consent, errors, fields } from './es/forms.ts';
import { languages } from './es/languages.ts';
import { coaching, letter, letterPreview, letterSent } from './es/letter.ts';
import { mail, mailbox } from './es/mailbox.ts';
import { me, yourData } from './es/me.ts';
import { campaign, checkYourMail, confirm, home, layout, progress, sign, signed } from './es/pages.ts';
import { pack } from './es/pack.ts';
import { privacy } from './es/privacy.ts';
import { problem, problems } from './es/problems.ts';
import { letterPrint, sendYourself } from './es/send.ts';
import { feed, share, sharing } from './es/share.ts';
import { en } from './en.ts';
import type { Strings } from './strings.ts';

/** Every interface string, in Spanish; organizers work in English. */
export const es: Strings = {
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
