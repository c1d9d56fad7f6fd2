import { z } from 'zod';
import { isEasyPassword } from '../domain/easy-password.ts';
import { isHandle, organizerRoles, passwordLength } from '../domain/organizer.ts';
import type { Strings } from '../strings/strings.ts';
import { readForm, type Read } from './read-form.ts';
import { notInLine } from './text-rules.ts';

type Words = Strings['organize']['accounts'];

/** Reads handle and password of a sign-in; whether there is such a handle is not said here. Older passwords may hold what a new one may not. */
export const readSignIn = (sent: unknown, { faults }: Words): Read<{ handle: string; password: string }> =>
  readForm(z.object({ handle: handleText(faults.handleMissing), password: text(faults.passwordMissing) }), sent);

/**
 * Reads a password that somebody chooses. Any characters of one line do; it has to be long and no easy guess.
 * @param ours words of this site and its person, which do not make it any harder
 */
export const readNewPassword = (
  sent: unknown,
  { faults }: Words,
  ours: readonly string[],
): Read<{ password: string }> => readForm(z.object({ password: newPassword(faults, ours) }), sent);

/** The same with the one that holds until now. */
export const readPasswordChange = (
  sent: unknown,
  { faults }: Words,
  ours: readonly string[],
): Read<{ current: string; password: string }> =>
  readForm(z.object({ current: text(faults.passwordMissing), password: newPassword(faults, ours) }), sent);

/** Reads six digits from an app, or a recovery code; spaces between digits are fine. */
export const readSecondStep = (sent: unknown, { faults }: Words): Read<{ code: string }> =>
  readForm(
    z.object({
      code: text(faults.codeMissing)
        .transform((typed) => typed.replace(/\s/g, ''))
        .refine((code) => code.length <= mostCodeCharacters, faults.codeWrong),
    }),
    sent,
  );

const mostCodeCharacters = 40;

/** Reads who is to be invited as what. */
export const readInvitation = (sent: unknown, { faults }: Words) =>
  readForm(
    z.object({
      handle: handleText(faults.handleMissing).refine(isHandle, faults.handleShape),
      role: z.enum(organizerRoles, faults.roleMissing),
    }),
    sent,
  );

const text = (missing: string) => z.string(missing).min(1, missing);
const handleText = (missing: string) => text(missing).transform((typed) => typed.trim().toLowerCase());
/** Broken text is refused, as in every other field: what arrived broken would be another password than the one that was typed. */
const newPassword = (faults: Words['faults'], ours: readonly string[]) =>
  text(faults.passwordMissing)
    .refine((typed) => !notInLine.test(typed), { error: faults.passwordControl, abort: true })
    .min(passwordLength.least, { error: faults.passwordShort(passwordLength.least), abort: true })
    .max(passwordLength.most, { error: faults.passwordLong(passwordLength.most), abort: true })
    .refine((password) => !isEasyPassword(password, ours), faults.passwordEasy);
