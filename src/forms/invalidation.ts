import { z } from 'zod';
import { hourSeconds, toHour } from '../domain/clock.ts';
import { countryCodes } from '../domain/countries.ts';
import { parseEmailAddress } from '../domain/email-address.ts';
import { isNarrow, reasonLimit, type InvalidationConditions } from '../domain/invalidation.ts';
import { isPlainCode } from '../domain/source-code.ts';
import { origins } from '../domain/signature.ts';
import type { Strings } from '../strings/strings.ts';
import { readForm, type Read } from './read-form.ts';
import { line } from './text-rules.ts';

/** What an organizer typed. `domain`: a name, or its tag. */
export interface TypedInvalidation {
  conditions: Omit<InvalidationConditions, 'mailDomain'>;
  domain: string | undefined;
  reason: string;
}

type Errors = Strings['organize']['invalidations']['errors'];

/** Reads what signatures have in common, and why they are taken out. */
export const readInvalidation = (sent: unknown, errors: Errors): Read<TypedInvalidation> =>
  readForm(
    z
      .object({
        from: hour(errors.hour).transform((at) => (at === undefined ? undefined : toHour(at))),
        to: hour(errors.hour).transform((at) => (at === undefined ? undefined : toHour(at + hourSeconds - 1))),
        network: optional(isTag, errors.network),
        domain: typed().transform((name, refinement) => {
          if (name === '' || isTag(name)) return name || undefined;
          const domain = parseEmailAddress(`name@${name.replace(/^@/, '')}`)?.slice('name@'.length);
          if (domain === undefined) refinement.addIssue(errors.domain);
          return domain;
        }),
        country: typed()
          .transform((code) => (code === '' ? undefined : code.toUpperCase()))
          .refine((code) => code === undefined || countryCodes.includes(code), errors.country),
        source: optional(isPlainCode, errors.source),
        state: choice(['pending', 'confirmed']),
        disposable: yesOrNo(),
        honeypot: yesOrNo(),
        origin: choice(origins),
        reason: line({
          most: reasonLimit,
          missing: errors.reasonMissing,
          tooLong: errors.reasonTooLong(reasonLimit),
          control: errors.reasonControl,
        }),
      })
      .transform(({ domain, reason, ...conditions }) => ({ conditions, domain, reason }))
      .superRefine(({ conditions, domain }, refinement) => {
        const { from, to } = conditions;
        if (from !== undefined && to !== undefined && from >= to)
          refinement.addIssue({ code: 'custom', path: ['to'], message: errors.order });
        if (!isNarrow({ ...conditions, mailDomain: domain }))
          refinement.addIssue({ code: 'custom', path: ['from'], message: errors.narrow });
      }),
    sent,
  );

/** Whether it is the tag of a network or a domain: no domain is without a dot. */
export const isTag = (text: string): boolean => /^[0-9a-f]{16}$/.test(text);

const typed = () =>
  z
    .unknown()
    .optional()
    .transform((value) => (typeof value === 'string' ? value.trim() : ''));

const optional = (isRight: (text: string) => boolean, message: string) =>
  typed()
    .transform((text) => (text === '' ? undefined : text))
    .refine((text) => text === undefined || isRight(text), message);

const choice = <Value extends string>(values: readonly Value[]) =>
  typed().transform((text) => values.find((value) => value === text));

const yesOrNo = () =>
  choice(['yes', 'no']).transform((answer) => (answer === undefined ? undefined : answer === 'yes'));

/** As `datetime-local` sends it, or with a space. UTC. @returns seconds */
const hour = (message: string) =>
  typed().transform((text, refinement) => {
    if (text === '') return undefined;
    const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(text) ?? [];
    const at = Date.parse(`${day}T${time}:00Z`) / 1000;
    if (Number.isNaN(at)) refinement.addIssue(message);
    return at;
  });
