import { accessibility } from './tr/accessibility.ts';
import { answered, why } from './tr/after.ts';
import { figures } from './tr/figures.ts';
import { consent, errors, fields } from './tr/forms.ts';
import { languages } from './tr/languages.ts';
import { coaching, letter, letterPreview, letterSent } from './tr/letter.ts';
import { mail, mailbox } from './tr/mailbox.ts';
import { me, yourData } from './tr/me.ts';
import { campaign, checkYourMail, confirm, home, layout, progress, sign, signed } from './tr/pages.ts';
import { pack } from './tr/pack.ts';
import { privacy } from './tr/privacy.ts';
import { problem, problems } from './tr/problems.ts';
import { letterPrint, sendYourself } from './tr/send.ts';
import { feed, share, sharing } from './tr/share.ts';
import { en } from './en.ts';
import type { Strings } from './strings.ts';

/** Every interface string, in Turkish; organizers work in English. */
export const tr: Strings = {
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
