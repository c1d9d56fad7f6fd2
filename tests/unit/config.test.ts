import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

test('everything has a default, and links follow the port', () => {
  const config = readConfig({ PORT: '8080' });
  expect(config).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:8080',
    loopback: true,
    smtpUrl: undefined,
  });
});

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['SITE_URL', 'example.org'],
  ['SITE_URL', 'https://example.org/petitions'],
  ['DATABASE_URL', 'mysql://localhost'],
  ['SMTP_URL', 'mail.example.org'],
  ['MAIL_FROM', 'us'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
])('%s=%s stops the start with one line that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} [^\\n]+$`));
});
