import { accessibility } from './en/accessibility.ts';
import { answered, why } from './en/after.ts';
import { figures } from './en/figures.ts';
import { consent, errors, fields } from './en/forms.ts';
import { languages } from './en/languages.ts';
import { coaching, letter, letterPreview, letterSent } from './en/letter.ts';
import { mail, mailbox } from './en/mailbox.ts';
import { me, yourData } from './en/me.ts';
import { campaign, checkYourMail, confirm, home, layout, progress, sign, signed } from './en/pages.ts';
import { organize } from './en/organize.ts';
import { pack } from './en/pack.ts';
import { privacy } from './en/privacy.ts';
import { problem, problems } from './en/problems.ts';
import { letterPrint, sendYourself } from './en/send.ts';
import { feed, share, sharing } from './en/share.ts';

/** Every interface string, in English. Other languages have the same shape. */
export const en = {
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
  organize,
  pack,
  accessibility,
  privacy,
  problem,
  problems,
  fields,
  errors,
  consent,
};
