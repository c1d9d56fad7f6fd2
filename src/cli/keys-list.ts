import { isoDay } from '../domain/clock.ts';
import { fact } from '../store/facts.ts';
import { organizerKeys } from '../store/organizer-keys.ts';
import { parseCommand, withStore } from './command.ts';

const dayOrNull = (at: number | null): string | null => (at === null ? null : isoDay(at));

/** `keys list`: whom the campaigns are sealed to. */
export async function listKeys(args: string[]): Promise<number> {
  const { values } = parseCommand({ args, options: { json: { type: 'boolean', default: false } } });
  const { rows, fingerprint } = await withStore(async ({ store }) => ({
    rows: await organizerKeys(store.read),
    fingerprint: await fact(store.read, 'server key'),
  }));
  const keys = rows.map((key) => ({
    name: key.name,
    recipient: key.recipient,
    added: isoDay(key.added_at),
    retired: dayOrNull(key.retired_at),
    checked: dayOrNull(key.checked_at),
  }));
  if (values.json) process.stdout.write(`${JSON.stringify(keys)}\n`);
  else {
    for (const { name, recipient, added, retired, checked } of keys) {
      const state = retired === null ? `checked ${checked ?? 'never'}` : `retired ${retired}`;
      process.stdout.write(`${name}  added ${added}, ${state}\n    ${recipient}\n`);
    }
    process.stdout.write(
      `Server key ${fingerprint ?? 'not made yet'}. Note it with the keys: a restored backup must show the same.\n`,
    );
  }
  return 0;
}
