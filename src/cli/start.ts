import { ConfigError, readConfig } from '../config.ts';
import { SettingsError } from '../settings/read-campaigns.ts';
import { startServer } from '../server.ts';
import { build, isBuilt } from './build.ts';

/** `npm start`: builds what has changed, brings the database up to date, serves. */
try {
  const config = readConfig();
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
    `\n  Site     ${config.siteUrl}\n  Mail     ${mail}\n  Data     ${config.dataDir}\n\n  Stop with Ctrl+C.\n\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void server.stop().then(() => process.exit(0));
    });
} catch (error) {
  const known = error instanceof ConfigError || error instanceof SettingsError || error instanceof Error;
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  process.exit(1);
}
