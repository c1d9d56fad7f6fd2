import { z } from 'zod';
import { isHandle, organizerRoles, passwordLength } from '../domain/organizer.ts';
import type { Strings } from '../strings/strings.ts';
import { readForm, type Read } from './read-form.ts';

type Words = Strings['organize']['accounts'];

/** Reads handle and password of a sign-in; whether there is such a handle is not said here. */
export const readSignIn = (sent: unknown, { faults }: Words): Read<{ handle: string; password: string }> =>
  readForm(z.object({ handle: handleText(faults.handleMissing), password: text(faults.passwordMissing) }), sent);

/** Reads a password that somebody chooses. Any characters do; length is what counts. */
export const readNewPassword = (sent: unknown, { faults }: Words): Read<{ password: string }> =>
  readForm(z.object({ password: newPassword(faults) }), sent);

/** The same with the one that holds until now. */
export const readPasswordChange = (sent: unknown, { faults }: Words): Read<{ current: string; password: string }> =>
  readForm(z.object({ current: text(faults.passwordMissing), password: newPassword(faults) }), sent);

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
const newPassword = (faults: Words['faults']) =>
  text(faults.passwordMissing)
    .min(passwordLength.least, faults.passwordShort(passwordLength.least))
    .max(passwordLength.most, faults.passwordLong(passwordLength.most));
