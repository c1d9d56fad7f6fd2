import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import { readConfig } from '../../src/config.ts';
import { openContext } from '../../src/open-context.ts';
import { aDyingServer } from './a-dying-server.ts';
import { openJournal, type Journal } from './a-journal.ts';
import { aPopolo, imported } from './a-popolo.ts';
import { aRudeMailServer } from './a-rude-mail-server.ts';
import { aLetter, aSignature } from './a-signature.ts';
import { freePort } from './free-port.ts';

export interface Killing {
  /** Of the server; what is in it already is gone on with. */
  dataDir: string;
  kills: number;
  /** Where to keep the journal, so that whoever was interrupted can go on. */
  journalFile?: string;
  told?: (journal: Journal) => void;
}

const lives = { shortestMilliseconds: 250, longestMilliseconds: 1100 };
/** Fifths of a second in which nothing becomes less; a whole outbox may have to go out, and thousands of links to be pressed. */
const mostTries = 600;
const people = { signers: 6, writers: 2 };
/** Of those whose mail came, so many press its link; the others wait for a week. */
const shareThatConfirms = 0.6;

/**
 * Starts a server and kills it, again and again, while people sign, confirm and write letters. The mail server lives on.
 * @returns what people were told and what the mail server took; the server has ended by then, its outbox empty
 */
export async function killUnderLoad({ dataDir, kills, journalFile, told }: Killing): Promise<Journal> {
  const { journal, note } = openJournal(journalFile);
  const pressed = (to: string): boolean => journal.confirmed.has(to) || journal.verified.has(to);
  const toPress = journal.taken.filter(({ to, link }) => link !== '' && !pressed(to));
  const mailServer = await aRudeMailServer(
    () => 'polite',
    (mail) => {
      note({ what: 'taken', mail });
      if (mail.link !== '' && Math.random() < shareThatConfirms) toPress.push(mail);
    },
  );
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    PORT: String(port),
    DATA_DIR: dataDir,
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'campaigns@example.org',
    // People come from everywhere, and not all from one network.
    TRUSTED_PROXIES: '127.0.0.1',
  };
  const representatives = await theDirectory(dataDir);
  const [typing, pressing] = [{ over: false }, { over: false }];
  const typed = Promise.all([
    ...Array.from({ length: people.signers }, () => again(typing, sign)),
    ...Array.from({ length: people.writers }, () => again(typing, write)),
  ]);
  const clicked = again(pressing, press);

  /** @returns whether it was answered as by a server that took it */
  async function post(path: string, fields: Record<string, string> | [string, string][]): Promise<boolean> {
    const answer = await fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
      headers: { Origin: url, 'X-Forwarded-For': `10.${anyByte()}.${anyByte()}.${anyByte()}` },
      signal: AbortSignal.timeout(10_000),
    });
    await answer.arrayBuffer();
    return answer.status === 303;
  }

  async function sign(): Promise<void> {
    const email = `s${anyName()}@example.org`;
    if (await post('/social-credit/sign', aSignature({ email }))) note({ what: 'signed', email });
    else await sleep(50);
  }

  async function write(): Promise<void> {
    const email = `w${anyName()}@example.org`;
    const { representative: _, ...fields } = aLetter('', { email });
    const to = representatives.map((id): [string, string] => ['representative', String(id)]);
    if (await post('/social-credit/letter', [...Object.entries(fields), ...to])) note({ what: 'wrote', email });
    await sleep(100);
  }

  async function press(): Promise<void> {
    const next = toPress.shift();
    if (next === undefined) {
      await sleep(20);
      return;
    }
    const done = await post(next.link, {}).catch(() => false);
    if (!done) toPress.push(next);
    else note({ what: next.to.startsWith('w') ? 'verified' : 'confirmed', email: next.to });
    await sleep(done ? 5 : 100);
  }

  /** @param until when it is over, this server's life */
  async function live(until: () => Promise<unknown>, end: 'kill' | 'stop'): Promise<void> {
    const server = await aDyingServer(env);
    try {
      await until();
    } finally {
      if (end === 'kill') note({ what: 'kill', at: Date.now() });
      await server[end]();
      // Also of a life that went wrong: whoever goes on needs to know.
      for (const line of server.lines) {
        const messages = /"event":"who was sending[^"]*","messages":"([\d ]+)"/.exec(line)?.[1];
        if (messages !== undefined) note({ what: 'again', messages: messages.split(' ').map(Number) });
      }
    }
  }

  try {
    while (journal.kills.length < kills) {
      const { shortestMilliseconds: least, longestMilliseconds: most } = lives;
      await live(() => sleep(least + Math.random() * (most - least)), 'kill');
      told?.(journal);
    }
    await live(async () => {
      typing.over = true;
      await typed;
      await untilEmpty(dataDir, () => toPress.length);
    }, 'stop');
  } finally {
    typing.over = true;
    pressing.over = true;
    await Promise.all([typed, clicked]);
    await mailServer.stop();
  }
  return journal;
}

/** A server that is gone answers nobody: people come again. Links are pressed until the end. */
async function again(load: { over: boolean }, act: () => Promise<void>): Promise<void> {
  while (!load.over) await act().catch(() => sleep(50));
}

/** Nothing waits that could go out now: what a dead process had claimed is due at once where there is one server. */
const waiting = `select (select count(*) from messages where state in ('due', 'claimed'))
  + (select count(*) from deliveries join letters on letters.id = letter_id
     where letters.state = 'verified' and deliveries.state = 'queued')`;

/** Waits until nothing is on its way, twice in a row: what was pressed makes new mail. */
async function untilEmpty(dataDir: string, unpressed: () => number): Promise<void> {
  const database = new Database(join(dataDir, 'campaign.db'), { readonly: true });
  const asked = database.prepare(waiting).pluck();
  try {
    for (let tries = 0, empty = 0, least = Infinity; empty < 2; tries++) {
      const [left, links] = [Number(asked.get()), unpressed()];
      if (left + links < least) [tries, least] = [0, left + links];
      if (tries > mostTries) throw new Error(`stuck: ${left} mails and letters, ${links} links to press`);
      empty = left + links === 0 ? empty + 1 : 0;
      await sleep(200);
    }
  } finally {
    database.close();
  }
}

/** Made-up representatives who get their mail at once. @returns their numbers */
async function theDirectory(dataDir: string): Promise<number[]> {
  const context = await openContext(readConfig({ DATA_DIR: dataDir }), () => Math.floor(Date.now() / 1000));
  const { directory: read, representatives } = imported(aPopolo());
  // The example's own name would be imported over by each start.
  const directory = { ...read, id: 'house', usableForSending: true, demonstration: true };
  await importDirectory(context, directory, representatives, { force: true });
  const rows = await context.store.read
    .selectFrom('representatives')
    .select('id')
    .where('directory_id', '=', directory.id)
    .execute();
  await context.close();
  return rows.map(({ id }) => id);
}

const anyByte = (): number => Math.floor(Math.random() * 256);
const anyName = (): string => Math.random().toString(36).slice(2);
