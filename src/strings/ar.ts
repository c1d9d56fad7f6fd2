import { accessibility } from './ar/accessibility.ts';
import { answered, why } from './ar/after.ts';
import { figures } from './ar/figures.ts';
import { consent, errors, fields } from './ar/forms.ts';
import { languages } from './ar/languages.ts';
import { coaching, letter, letterPreview, letterSent } from './ar/letter.ts';
import { mail, mailbox } from './ar/mailbox.ts';
import { me, yourData } from './ar/me.ts';
import { campaign, checkYourMail, confirm, home, layout, progress, sign, signed } from './ar/pages.ts';
import { pack } from './ar/pack.ts';
import { privacy } from './ar/privacy.ts';
import { problem, problems } from './ar/problems.ts';
import { letterPrint, sendYourself } from './ar/send.ts';
import { feed, share, sharing } from './ar/share.ts';
import { en } from './en.ts';
import type { Strings } from './strings.ts';

/** Every interface string, in Arabic; organizers work in English. */
export const ar: Strings = {
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
