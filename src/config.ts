import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { Refusal } from './domain/refusal.ts';
import { z } from 'zod';
import type { DatabaseAddress } from './domain/database-address.ts';
import { parseEmailAddress } from './domain/email-address.ts';
import { isLoopbackSite, type SiteAddress } from './domain/site-address.ts';

/** A setting that the operator has to mend. The message is one line that says which and how. */
class ConfigError extends Refusal {}

const cidr = z.string().refine((text) => {
  const [address = '', bits] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}, 'must be addresses or networks such as 10.0.0.0/8, parted by commas');

/** Labels of letters, digits and hyphens; IDN as punycode. */
const dnsName = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

const environment = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int()
    .min(1, 'must be 1 to 65535')
    .max(65_535, 'must be 1 to 65535')
    .default(4321),
  HOST: z.string().min(1).default('127.0.0.1'),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://example.org' })
    .refine(
      (text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`,
      'must be an origin: no path, no user name',
    )
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/, 'must be sqlite:PATH or postgres://…')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…' }).optional(),
  MX_LOOKUP: z.enum(['on', 'off'], 'must be on or off').default('on'),
  MAIL_FROM: z
    .string()
    .transform((text, refinement) => {
      const address = parseEmailAddress(text);
      if (address !== undefined) return address;
      refinement.addIssue('must be an e-mail address such as campaigns@example.org');
      return z.NEVER;
    })
    .optional(),
  DKIM_DOMAIN: z.string().regex(dnsName, 'must be a domain such as example.org').optional(),
  DKIM_SELECTOR: z.string().regex(dnsName, 'must be the name before ._domainkey in your DNS record').optional(),
  DKIM_KEY_FILE: z.string().min(1).optional(),
  SERVER_KEY_FILE: z.string().min(1).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(cidr)),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'must be 16 characters or more, without spaces')
    .optional(),
  LOG_FORMAT: z.enum(['json', 'text'], 'must be json or text').optional(),
});

export interface Config {
  port: number;
  host: string;
  /** The one origin that links are built from, without a slash at the end. */
  siteUrl: string;
  siteUrlFrom: SiteAddress['siteUrlFrom'];
  /** Whether `siteUrl` is this machine. */
  loopback: boolean;
  dataDir: string;
  database: DatabaseAddress;
  /** Undefined: mail is written to `mailboxDir` instead of being sent. */
  smtpUrl: string | undefined;
  /** Whether the DNS is asked, before a mail leaves by SMTP, if its recipient's domain takes any. */
  mxLookup: boolean;
  mailboxDir: string;
  mailFrom: string;
  /** Undefined: mail is handed over unsigned. */
  dkim: { domain: string; selector: string; keyFile: string } | undefined;
  serverKeyFile: string;
  /** The first organizer's identity, until it is moved out. */
  organizerKeyFile: string;
  /** Outside the database, so that a backup never brings back what it says is gone. */
  erasureLedgerFile: string;
  trustedProxies: string[];
  /** Opens /metrics from other machines; undefined: nothing does. */
  metricsToken: string | undefined;
  /** Undefined: by where the log goes. */
  logFormat: 'json' | 'text' | undefined;
}

/**
 * The settings from the environment, `.env` in the working directory included.
 * @throws ConfigError for the first variable that is wrong
 */
export function readConfig(env: Record<string, string | undefined> = environmentWithFile()): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0] ?? 'environment')} ${issue?.message ?? 'is wrong'}.`);
  }
  const value = parsed.data;
  const siteUrl = new URL(value.SITE_URL ?? `http://localhost:${value.PORT}`);
  const dataDir = resolve(value.DATA_DIR);
  return {
    port: value.PORT,
    host: value.HOST,
    siteUrl: siteUrl.origin,
    siteUrlFrom: 'SITE_URL' in given ? 'SITE_URL' : 'PORT' in given ? 'PORT' : 'nothing',
    loopback: isLoopbackSite(siteUrl.origin),
    dataDir,
    database: databaseOf(value.DATABASE_URL, join(dataDir, 'campaign.db')),
    smtpUrl: value.SMTP_URL,
    mxLookup: value.MX_LOOKUP === 'on',
    mailboxDir: join(dataDir, 'mailbox'),
    mailFrom: value.MAIL_FROM ?? `campaigns@${siteUrl.hostname}`,
    dkim: dkimOf(value),
    serverKeyFile: resolve(value.SERVER_KEY_FILE ?? join(dataDir, 'server.key')),
    organizerKeyFile: join(dataDir, 'organizer.key'),
    erasureLedgerFile: join(dataDir, 'erasures.jsonl'),
    trustedProxies: value.TRUSTED_PROXIES,
    metricsToken: value.METRICS_TOKEN,
    logFormat: value.LOG_FORMAT,
  };
}

function dkimOf(value: z.infer<typeof environment>): Config['dkim'] {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = value;
  if (domain !== undefined && selector !== undefined && keyFile !== undefined)
    return { domain, selector, keyFile: resolve(keyFile) };
  const names = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] as const;
  const missing = names.filter((name) => value[name] === undefined);
  if (missing.length === names.length) return undefined;
  throw new ConfigError(`${missing.join(' and ')} must be set too, or no DKIM variable at all.`);
}

function databaseOf(url: string | undefined, otherwise: string): DatabaseAddress {
  if (url === undefined) return { kind: 'sqlite', file: otherwise };
  if (url.startsWith('sqlite:')) return { kind: 'sqlite', file: resolve(url.slice('sqlite:'.length)) };
  return { kind: 'postgres', url };
}

function environmentWithFile(): Record<string, string | undefined> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
