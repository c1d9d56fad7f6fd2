import { readFileSync } from 'node:fs';
import { createTransport, type SendMailOptions } from 'nodemailer';

/** `pool.ts <smtp url> <mail.json> <count>`: hands the same mail to a bare nodemailer pool again and again. */
const [url = '', file = '', count = ''] = process.argv.slice(2);
const mail = JSON.parse(readFileSync(file, 'utf8')) as SendMailOptions;
const pool = createTransport({ url, pool: true, maxConnections: 5, maxMessages: 100 });
await Promise.all(
  Array.from({ length: Number(count) }, (_, at) => pool.sendMail({ ...mail, to: `bench-${at}@example.org` })),
);
pool.close();
