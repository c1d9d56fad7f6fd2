import { readConfig } from '../../src/config.ts';
import { openContext, type OpenContext } from '../../src/open-context.ts';
import { driftedLetters } from '../../src/store/drifted-letters.ts';
import { driftedSignatures } from '../../src/store/drifted-signatures.ts';
import { driftedCounts } from '../../src/store/signatures.ts';
import { exportedFrom } from './a-context.ts';
import type { Journal } from './a-journal.ts';

/** A mail that came twice may have been on its way for so long before the server was killed. */
const lastMomentsMilliseconds = 1000;

/** What a server that was killed again and again has lost, doubled or left stuck, by what people were told: nothing, it should be. */
export async function losses(dataDir: string, journal: Journal): Promise<string[]> {
  const { rows } = await exportedFrom(dataDir);
  const context = await openContext(readConfig({ DATA_DIR: dataDir }), () => Math.floor(Date.now() / 1000));
  try {
    const stored = new Map(rows.map((row) => [row.email, row]));
    const mailed = new Set(journal.taken.map(({ to }) => to));
    const without = (told: Set<string>, what: string, has: (email: string) => boolean): string[] =>
      [...told].filter((email) => !has(email)).map((email) => `${email} ${what}`);
    return [
      ...without(journal.signed, 'was told that they signed, and is not stored', (email) => stored.has(email)),
      ...without(journal.signed, 'signed and got no mail', (email) => mailed.has(email)),
      ...without(journal.confirmed, 'confirmed and does not count', (email) => stored.get(email)?.confirmed_at != null),
      ...without(journal.wrote, 'wrote and got no mail', (email) => mailed.has(email)),
      ...(await stuck(context)),
      ...(await lostLetters(context, journal)),
      ...(await doubles(context, journal)),
      ...(await drifted(context)),
    ];
  } finally {
    await context.close();
  }
}

async function stuck({ store: { read } }: OpenContext): Promise<string[]> {
  const messages = await read.selectFrom('messages').select(['id', 'kind', 'state']).execute();
  return messages.filter(({ state }) => state !== 'sent').map(({ id, kind, state }) => `${kind} ${id} is ${state}`);
}

/** Each letter that was verified has come to each of its representatives. */
async function lostLetters({ store: { read }, vault }: OpenContext, journal: Journal): Promise<string[]> {
  const letters = await read.selectFrom('letters').select(['id', 'state']).execute();
  const verified = letters.filter(({ state }) => state === 'verified').map(({ id }) => id);
  const faults =
    verified.length < journal.verified.size ? ['a writer was told that their letter goes out, and it does not'] : [];
  const deliveries = await read.selectFrom('deliveries').select(['id', 'letter_id', 'state']).execute();
  const taken = new Set(journal.taken.map(({ messageId }) => localPart(messageId)));
  for (const { id, letter_id, state } of deliveries) {
    if (!verified.includes(letter_id)) continue;
    if (state !== 'sent') faults.push(`delivery ${id} is ${state}`);
    else if (!taken.has(vault.mailToken('delivery', id))) faults.push(`delivery ${id} never came`);
  }
  return faults;
}

/** A mail may come twice if the server was killed just as it left, and if the log says so. */
async function doubles({ store: { read }, vault }: OpenContext, { taken, again, kills }: Journal): Promise<string[]> {
  const told = new Set([...again].map((id) => vault.mailToken('message', id)));
  const kinds = await read.selectFrom('messages').select(['id', 'kind']).execute();
  const toldLetters = kinds.filter(({ id, kind }) => kind === 'letter' && again.has(id)).length;
  const twice = [...Map.groupBy(taken, ({ messageId }) => messageId)].filter(([, copies]) => copies.length > 1);
  const untold = twice.filter(([messageId]) => !told.has(localPart(messageId)));
  // A letter's Message-ID tells its delivery, which the log does not name.
  const letters = untold.filter(([, copies]) => isOfLetter(copies[0]?.to ?? ''));
  return [
    ...untold
      .filter((one) => !letters.includes(one))
      .map(([messageId]) => `${messageId} came twice, and the log does not say so`),
    ...(letters.length > toldLetters
      ? [`${letters.length} letters came twice, the log says so of ${toldLetters}`]
      : []),
    ...twice
      .filter(([, [first]]) => !kills.some((at) => first !== undefined && isJustBefore(first.at, at)))
      .map(([messageId]) => `${messageId} came twice, and nobody was killed as it left`),
  ];
}

const isJustBefore = (moment: number, kill: number): boolean =>
  moment <= kill + 100 && moment > kill - lastMomentsMilliseconds;
const isOfLetter = (to: string): boolean => /^(?:ada\.example|sam\.sample)@/.test(to);
const localPart = (messageId: string): string => messageId.replace(/^<|@.*$/g, '');

async function drifted({ store: { read } }: OpenContext): Promise<string[]> {
  const all = [...(await driftedCounts(read)), ...(await driftedSignatures(read)), ...(await driftedLetters(read))];
  return all.map((one) => `a count is wrong: ${JSON.stringify(one)}`);
}

/** How many mails came more than once. */
export const doubled = ({ taken }: Journal): number =>
  [...Map.groupBy(taken, ({ messageId }) => messageId).values()].filter(({ length }) => length > 1).length;
