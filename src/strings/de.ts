import { accessibility } from './de/accessibility.ts';
import { answered, why } from './de/after.ts';
import { figures } from './de/figures.ts';
import { consent, errors, fields } from './de/forms.ts';
import { languages } from './de/languages.ts';
import { coaching, letter, letterPreview, letterSent } from './de/letter.ts';
import { mail, mailbox } from './de/mailbox.ts';
import { me, yourData } from './de/me.ts';
import { campaign, checkYourMail, confirm, home, layout, progress, sign, signed } from './de/pages.ts';
import { pack } from './de/pack.ts';
import { privacy } from './de/privacy.ts';
import { problem, problems } from './de/problems.ts';
import { letterPrint, sendYourself } from './de/send.ts';
import { feed, share, sharing } from './de/share.ts';
import { en } from './en.ts';
import type { Strings } from './strings.ts';

/** Every interface string, in German; organizers work in English. */
export const de: Strings = {
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
