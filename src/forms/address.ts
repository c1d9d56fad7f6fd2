import { z } from 'zod';
import type { Strings } from '../strings/strings.ts';
import { emailAddress } from './person.ts';
import { readForm, type Read } from './read-form.ts';

/** Reads a form that asks for nothing but an address. */
export const readAddress = (sent: unknown, { errors }: Strings): Read<{ email: string }> =>
  readForm(z.object({ email: emailAddress(errors) }), sent);
