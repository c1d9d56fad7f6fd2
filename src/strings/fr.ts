import { accessibility } from './fr/accessibility.ts';
import { answered, why } from './fr/after.ts';
import { figures } from './fr/figures.ts';
import { consent, errors, fields } from './fr/forms.ts';
import { languages } from './fr/languages.ts';
import { coaching, letter, letterPreview, letterSent } from './fr/letter.ts';
import { mail, mailbox } from './fr/mailbox.ts';
import { me, yourData } from './fr/me.ts';
import { campaign, checkYourMail, confirm, home, layout, progress, sign, signed } from './fr/pages.ts';
import { pack } from './fr/pack.ts';
import { privacy } from './fr/privacy.ts';
import { problem, problems } from './fr/problems.ts';
import { letterPrint, sendYourself } from './fr/send.ts';
import { feed, share, sharing } from './fr/share.ts';
import { en } from './en.ts';
import type { Strings } from './strings.ts';

/** Every interface string, in French; organizers work in English. */
export const fr: Strings = {
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
