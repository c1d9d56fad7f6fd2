import { z } from 'zod';
import { countryCodes } from '../domain/countries.ts';
import { moderationModes } from '../domain/moderation.ts';
import { isRising } from '../domain/goals.ts';
import { workLevels } from '../domain/work.ts';
import { plainText } from '../domain/target.ts';

const plain = (most: number) => z.string().trim().min(1, 'must not be empty').max(most);
export const day = z.iso.date('must be a day such as 2027-12-31');

/** Who stands behind the campaign. The law asks for it, and signers trust what has an address. */
const publisher = z.strictObject({
  /** The name shown as publisher on every page and in every mail. */
  name: plain(120),
  /** An e-mail address that a person reads. Shown on every page. */
  contact: z.email('must be an e-mail address'),
  /** The postal address of the publisher, as an imprint wants it. */
  legalAddress: plain(500),
  /** Who decides over the personal data (GDPR Art. 4(7)), by name. */
  dataController: plain(200),
});

/** Which of the optional fields the sign form shows. Name, e-mail and country are always asked. */
const fields = z.strictObject({
  postcode: z.boolean().default(true),
  comment: z.boolean().default(true),
});

/** Names of texts stand in addresses of pages. */
const textName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be small letters, digits and hyphens');

/** One rule about whom letters may go to. What it leaves out, it leaves open. */
const target = z
  .strictObject({
    /** For writers in these countries only (two letters each, such as GB). */
    countries: z
      .array(z.string().refine((code) => countryCodes.includes(code), 'must be countries of two letters, such as GB'))
      .min(1)
      .optional(),
    /** Representatives of these directories only: their ids, as `npx campaign recipients list` prints them. */
    directories: z.array(plain(120)).min(1).optional(),
    /** Representatives with these roles only, worded as in the directory. */
    roles: z.array(plain(200)).min(1).optional(),
    /** For directories that are the same for everybody, such as editors: offered to writers of every country. */
    everywhere: z.boolean().default(false),
    /** Which text the letter starts with: one of `letters` in `<locale>.mdx`. Left out, it is `letter`. */
    text: textName.default(plainText),
  })
  .refine(({ everywhere, directories }) => !everywhere || directories !== undefined, {
    path: ['everywhere'],
    message: 'needs directories: name those that are offered to writers of every country',
  });
/** How fast letters reach one representative, however many are written at once. Hours are those of their own zone. */
const pace = z
  .strictObject({
    /** The most letters that one representative gets in an hour. */
    hourly: z.int().min(1).max(10_000).default(30),
    /** The most letters that one representative gets in a day. What is over waits for the next. */
    daily: z.int().min(1).max(100_000).default(150),
    /** The hour of the day from which letters arrive, 0 to 23. */
    opensAt: z.int().min(0).max(23).default(9),
    /** The hour of the day from which they do no longer, up to 24. */
    closesAt: z.int().min(1).max(24).default(17),
    /** Whether Saturday and Sunday are left out. Set it to false where the weekend is another one, as in Israel or the Gulf. */
    weekdaysOnly: z.boolean().default(true),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ['closesAt'], error: 'must be later than opensAt' });

const letter = z.strictObject({
  /** Whether this campaign offers letters to representatives. */
  enabled: z.boolean().default(true),
  /** How many representatives one letter may go to. */
  maxRepresentatives: z.int().min(1).max(50).default(10),
  /** Whom letters may go to: whoever the first fitting rule is about. Left out, everybody in the writer's country. */
  targets: z.array(target).min(1).optional(),
  pace: pace.prefault({}),
});

/** Filled in when it is over: a closed campaign stays readable and says what came of it. */
const outcome = z.strictObject({
  /** The day the signatures were handed over. */
  handedOverAt: day.optional(),
  /** How many signatures were handed over. */
  handedOver: z.int().nonnegative().optional(),
  /** What the addressee answered, in the default locale. */
  answer: plain(5000).optional(),
});

/** How long what people typed is kept, in days. What is due goes within the hour. */
const retention = z.strictObject({
  /** How long a link waits to be pressed; then what came with it is deleted. Holidays and slow mail want a week. */
  unconfirmedDays: z.int().min(7).max(14).default(7),
  /** How long the text of a letter is kept after it was written; who wrote to whom and what came of it stays. */
  letterTextDays: z.int().min(14).max(28).default(28),
  /** How long signatures and writers are kept after the campaign has closed. Export and hand over before. */
  daysAfterClose: z.int().min(1).max(3650).default(365),
});

/** Rising numbers of signatures; the page shows the next one that is not reached. */
export const goals = z.array(z.int().positive()).min(1).refine(isRising, 'must rise');

/** `after`: public names and comments are shown at once, and organizers can hide them. `before`: only once organizers have approved them. */
export const moderation = z.enum(moderationModes);

/** How much browsers work, unseen, before a form is sent: `heavy` while robots sign in numbers. Nobody is refused without it. */
export const work = z.enum(workLevels);

/** The shape of `campaign.yaml`. Every key's comment is written for the person who fills it in. */
export const campaignYaml = z.strictObject({
  /** The campaign's address on the site; the same as the folder's name. */
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'must be small letters, digits and hyphens'),
  /** The language of pages without a language in their address; needs its `<locale>.mdx`. */
  defaultLocale: plain(35).default('en'),
  publisher,
  goals,
  /** The last day on which people can sign (until midnight UTC). Leave out for an open end. */
  closesAt: day.optional(),
  fields: fields.prefault({}),
  moderation: moderation.default('after'),
  work: work.default('light'),
  letter: letter.prefault({}),
  retention: retention.prefault({}),
  outcome: outcome.optional(),
});

/** What a letter starts with; the writer changes it. */
const letterText = z.strictObject({
  subject: plain(200),
  /** `{{ representative }}` and `{{ name }}` stand for the two names. */
  body: plain(20_000),
  /** The question that asks for the writer's own paragraph. */
  prompt: plain(400),
});

/** The front matter of `<locale>.mdx`: what the campaign says in one language. */
export const argumentFrontmatter = z.strictObject({
  /** The page's headline. */
  title: plain(160),
  /** One or two sentences under the headline, and in previews when the page is shared. */
  summary: plain(400),
  /** Whom the petition is addressed to, as in "To …". */
  addressee: plain(300),
  /** The petition's text: exactly what people sign. Changing it makes a new, dated version. */
  ask: plain(5000),
  /** Whose argument this is, if it is not the publisher's own. */
  credit: plain(400).optional(),
  /** What the letter form starts with. */
  letter: letterText.optional(),
  /** Other texts, by the names that `letter.targets` in `campaign.yaml` gives them. */
  letters: z.record(textName, letterText).optional(),
});

export type CampaignYaml = z.infer<typeof campaignYaml>;
export type ArgumentFrontmatter = z.infer<typeof argumentFrontmatter>;
