import { z } from 'zod';
import { isRising } from '../domain/goals.ts';
import { moderationModes } from '../domain/moderation.ts';
import { noLastDay, type Change } from '../domain/overrides.ts';
import type { Strings } from '../strings/strings.ts';
import { readForm, type Read } from './read-form.ts';

/** What a button of the settings page does. */
export type SettingAct = { about: 'setting'; change: Change } | { about: 'letters'; paused: boolean };

/** Buttons that need no field beside them. */
const plainActs = {
  'pause-signing': change({ setting: 'signing', value: 'paused' }),
  'resume-signing': change({ setting: 'signing', value: null }),
  'pause-letters': { about: 'letters', paused: true },
  'resume-letters': { about: 'letters', paused: false },
  'no-last-day': change({ setting: 'closesAt', value: noLastDay }),
  reopen: change({ setting: 'closedAt', value: null }),
  'take-back-closesAt': change({ setting: 'closesAt', value: null }),
  'take-back-goals': change({ setting: 'goals', value: null }),
  'take-back-moderation': change({ setting: 'moderation', value: null }),
  'raise-work': change({ setting: 'work', value: 'heavy' }),
  'lower-work': change({ setting: 'work', value: 'light' }),
  'take-back-work': change({ setting: 'work', value: null }),
} as const satisfies Record<string, SettingAct>;

/**
 * Reads what a button of the settings page has sent.
 * @param fields by name; `act` is the button
 * @param now in seconds
 * @returns undefined for a button that we do not have
 */
export function readSettingAct(
  fields: Record<string, string>,
  { organize: { settings: text } }: Strings,
  now: number,
): Read<SettingAct> | undefined {
  const { act = '' } = fields;
  if (Object.hasOwn(plainActs, act)) return { outcome: 'read', value: plainActs[act as keyof typeof plainActs] };
  if (act === 'close') return { outcome: 'read', value: change({ setting: 'closedAt', value: now }) };
  const { errors } = text;
  if (act === 'set-last-day')
    return changed(readForm(z.object({ closesAt: lastDay(errors, now) }), fields), ({ closesAt }) => ({
      setting: 'closesAt',
      value: closesAt,
    }));
  if (act === 'set-goals')
    return changed(readForm(z.object({ goals: goals(errors) }), fields), (read) => ({
      setting: 'goals',
      value: read.goals,
    }));
  if (act === 'set-moderation')
    return changed(
      readForm(z.object({ moderation: z.enum(moderationModes, errors.moderationMissing) }), fields),
      ({ moderation }) => ({ setting: 'moderation', value: moderation }),
    );
  return undefined;
}

function change(of: Change): SettingAct {
  return { about: 'setting', change: of };
}

const changed = <T>(read: Read<T>, of: (value: T) => Change): Read<SettingAct> =>
  read.outcome === 'read' ? { outcome: 'read', value: change(of(read.value)) } : read;

type Errors = Strings['organize']['settings']['errors'];

/** Closing at once is another button, which asks whether it is meant. */
const lastDay = (errors: Errors, now: number) =>
  z
    .string(errors.dayMissing)
    .trim()
    .min(1, errors.dayMissing)
    .pipe(z.iso.date(errors.dayWrong))
    .refine((day) => day >= new Date(now * 1000).toISOString().slice(0, 10), errors.dayPast);

const mostGoals = 50;

/** Spaces and apostrophes within a number are how some people write it; a comma ends it. */
const goals = (errors: Errors) =>
  z
    .string(errors.goalsMissing)
    .trim()
    .min(1, errors.goalsMissing)
    .max(2000, errors.goalsMany)
    .transform((typed) => typed.split(/[,;\n]/).map((part) => part.replace(/[\s’']/g, '')))
    .refine((parts) => parts.every((part) => /^[1-9]\d{0,11}$/.test(part)), errors.goalsWrong)
    .transform((parts) => parts.map(Number))
    .refine((numbers) => numbers.length <= mostGoals, errors.goalsMany)
    .refine(isRising, errors.goalsFall);
