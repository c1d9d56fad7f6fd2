import { expect, test } from 'vitest';
import { sessionLife } from '../../src/domain/organizer.ts';
import type { Auth } from '../../src/organizers/auth.ts';
import { isInUse } from '../../src/organizers/inactivity.ts';

test('on a full disk a session that nobody has used for too long ends all the same', async () => {
  const full = () => Promise.reject(new Error('database or disk is full'));
  const internalAdapter = { deleteSession: full, updateSession: full };
  const auth = { $context: Promise.resolve({ internalAdapter }) } as unknown as Auth;
  const usedSecondsAgo = (seconds: number) =>
    isInUse(auth, { token: 'token', updatedAt: new Date(Date.now() - seconds * 1000) });
  expect(await usedSecondsAgo(sessionLife.idleSeconds)).toBe(false);
  expect(await usedSecondsAgo(sessionLife.idleSeconds - 60)).toBe(true);
});
