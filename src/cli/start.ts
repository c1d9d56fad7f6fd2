import { existsSync } from 'node:fs';
import { readConfig, type Config } from '../config.ts';
import { startServer } from '../server.ts';
import { lockForServer } from '../store/server-lock.ts';
import { build, isBuilt } from './build.ts';

/** What is not done by then is done by the next start: nothing that was answered is lost. systemd kills after 90 s. */
const stopPatienceMilliseconds = 30_000;

/** `npm start`: builds what has changed, brings the database up to date, serves. */
try {
  const config = readConfig();
  // Asked before anything is built: a build would change the files of the server that runs.
  lockForServer(config.database)();
  if (!isBuilt()) {
    process.stdout.write('Building pages and mails …\n');
    await build();
  }
  const server = await startServer(config);
  const mail =
    config.smtpUrl === undefined
      ? `${config.mailboxDir}${config.loopback ? ` and ${config.siteUrl}/mailbox` : ''}`
      : 'sent by SMTP';
  process.stdout.write(
    `\n  Site     ${config.siteUrl}\n  Mail     ${mail}\n  Data     ${config.dataDir}\n${databaseNote(config)}${keyNote(config)}\n  Stop with Ctrl+C.\n\n`,
  );
  // Not once: npm passes on the signal that the terminal has sent already, and a second one must not cut the first short.
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= server.stop().then(() => process.exit(0));
    setTimeout(() => process.exit(1), stopPatienceMilliseconds).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/** Without user and password. */
function databaseNote({ database }: Config): string {
  if (database.kind === 'sqlite') return '';
  const { host, pathname } = new URL(database.url);
  return `  Database PostgreSQL, ${host}${pathname}\n`;
}

/** While the first identity lies here, every start says so. */
function keyNote({ organizerKeyFile }: Config): string {
  if (!existsSync(organizerKeyFile)) return '';
  return `  Key      ${organizerKeyFile} opens every signature. Before you go live, take it off this\n           machine: npx campaign keys protect --out FILE\n`;
}
