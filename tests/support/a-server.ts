import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import type { Patience } from '../../src/http/patience.ts';
import type { Log } from '../../src/log.ts';
import type { Accounts } from '../../src/organizers/accounts.ts';
import type { MailboxMail } from '../../src/mail/mailbox.ts';
import type { MailResolver } from '../../src/mail/mail-domains.ts';
import { startServer as startOurs } from '../../src/server.ts';
import { aDatabase } from './a-database.ts';
import { aMailbox } from './a-mailbox.ts';
import { freePort } from './free-port.ts';

export interface TestServer {
  url: string;
  port: number;
  dataDir: string;
  /** Settings that lead a command to the same database. */
  env: Record<string, string>;
  /** What was logged as trouble. */
  troubles: string[];
  /** Every line that was logged, trouble or not. */
  logged: string[];
  accounts: () => Promise<Accounts>;
  get(path: string, init?: RequestInit): Promise<Response>;
  /** A form as a browser posts it from our own pages. */
  post(
    path: string,
    fields: Record<string, string> | [string, string][],
    headers?: Record<string, string>,
  ): Promise<Response>;
  postJson(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Mails in the mailbox to an address, the oldest first, once there are `count` of them. */
  mailsTo(address: string, count?: number): Promise<MailboxMail[]>;
  /** Moves the server's clock on. */
  wait(seconds: number): void;
  /** Moves what it measures time by, which no clock does. */
  pass(seconds: number): void;
  stop(): Promise<void>;
}

/**
 * The real server on a free port with a data folder of its own.
 * @param startServer that of a changed copy of the project, if not ours
 */
export async function aServer({
  env = {},
  dataDir: given,
  patience,
  resolver,
  startServer = startOurs,
}: {
  env?: Record<string, string>;
  dataDir?: string;
  patience?: Patience;
  resolver?: MailResolver;
  startServer?: typeof startOurs;
} = {}): Promise<TestServer> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'campaign-kit-')));
  const port = await freePort();
  const database = await aDatabase();
  const config = readConfig({ PORT: String(port), DATA_DIR: dataDir, ...database.env, ...env });
  const troubles: string[] = [];
  const logged: string[] = [];
  const line = (event: string, facts?: object): string => `${event} ${JSON.stringify(facts ?? {})}`;
  const log: Log = {
    info: (event, facts) => void logged.push(line(event, facts)),
    error: (event, facts) => {
      logged.push(line(event, facts));
      troubles.push(line(event, facts));
    },
  };
  let ahead = 0;
  let passed = 0;
  const now = () => Math.floor(Date.now() / 1000) + ahead;
  const stopwatch = () => performance.now() / 1000 + passed;
  const server = await startServer(config, {
    now,
    stopwatch,
    log,
    ...(patience && { patience }),
    ...(resolver && { resolver }),
  });
  const url = config.siteUrl;
  const post = (path: string, body: string, headers: Record<string, string>): Promise<Response> =>
    fetch(url + path, { method: 'POST', redirect: 'manual', body, headers: { Origin: url, ...headers } });
  const mailbox = aMailbox(config.mailboxDir);

  return {
    url,
    port,
    dataDir,
    env: database.env,
    troubles,
    logged,
    accounts: server.accounts,
    get: (path, init) => fetch(url + path, { redirect: 'manual', ...init }),
    post: (path, fields, headers = {}) =>
      post(path, new URLSearchParams(fields).toString(), {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...headers,
      }),
    postJson: (path, body, headers = {}) =>
      post(path, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers }),
    mailsTo: async (address, count = 1) => {
      for (let tries = 0; tries < 100; tries++) {
        const mails = (await mailbox()).filter(({ to }) => to.includes(address));
        if (mails.length >= count) return mails;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${count} mails to ${address} did not come`);
    },
    wait: (seconds) => void (ahead += seconds),
    pass: (seconds) => void (passed += seconds),
    stop: async () => {
      await server.stop();
      await database.remove();
      if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The path of the link in a mail. */
export const linkIn = (mail: Pick<MailboxMail, 'text'>): string => /\/confirm\/[\w-]+/.exec(mail.text)?.[0] ?? '';

/** The six digits in a mail. */
export const codeIn = (mail: Pick<MailboxMail, 'text'>): string => /^ {2}(\d{6})$/m.exec(mail.text)?.[1] ?? '';

/** The public count, as it stands in the page's plain HTML. */
export const countOn = async (server: TestServer): Promise<number> =>
  Number(/data-signatures="(\d+)"/.exec(await (await server.get('/social-credit')).text())?.[1]);
