import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

test('everything has a default, and links follow the port', () => {
  const config = readConfig({ PORT: '8080' });
  expect(config).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:8080',
    siteUrlFrom: 'PORT',
    loopback: true,
    smtpUrl: undefined,
  });
  expect(readConfig({})).toMatchObject({ siteUrl: 'http://localhost:4321', siteUrlFrom: 'nothing' });
  expect(readConfig({ SITE_URL: 'https://example.org', PORT: '80' }).siteUrlFrom).toBe('SITE_URL');
});

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['SITE_URL', 'example.org'],
  ['SITE_URL', 'https://example.org/petitions'],
  ['DATABASE_URL', 'mysql://localhost'],
  ['SMTP_URL', 'mail.example.org'],
  ['MAIL_FROM', 'us'],
  ['DKIM_DOMAIN', 'example.org; x=1'],
  ['DKIM_SELECTOR', 'a b'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
])('%s=%s stops the start with one line that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} [^\\n]+$`));
});

test('a sender at an international domain is its punycode', () => {
  expect(readConfig({ MAIL_FROM: 'wir@bücher.example' }).mailFrom).toBe('wir@xn--bcher-kva.example');
});

test('DKIM is set in whole or not at all, and the first start says what is missing', () => {
  const dkim = { DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'campaigns', DKIM_KEY_FILE: 'dkim.pem' };
  expect(readConfig({}).dkim).toBeUndefined();
  expect(readConfig(dkim).dkim).toMatchObject({ domain: 'example.org', selector: 'campaigns' });
  expect(() => readConfig({ DKIM_DOMAIN: 'example.org' })).toThrow(
    'DKIM_SELECTOR and DKIM_KEY_FILE must be set too, or no DKIM variable at all.',
  );
  expect(() => readConfig({ ...dkim, DKIM_SELECTOR: '' })).toThrow(/^DKIM_SELECTOR must/);
});
