import { assert, constantFrom, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { disposableDomains } from '../../src/domain/disposable.ts';
import { commonFreemailDomains } from '../../src/domain/freemail.ts';
import { meantDomain } from '../../src/domain/meant-domain.ts';

test.each([
  ['gmial.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['gamil.com', 'gmail.com'],
  ['gnail.com', 'gmail.com'],
  ['gmaill.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['gmail.om', 'gmail.com'],
  ['gmail.de', 'gmail.com'],
  ['gmail.co.uk', 'gmail.com'],
  ['gmail', 'gmail.com'],
  ['gmial.con', 'gmail.com'],
  ['hotmial.com', 'hotmail.com'],
  ['hotmai.fr', 'hotmail.fr'],
  ['hotnail.co.uk', 'hotmail.co.uk'],
  ['yaho.com', 'yahoo.com'],
  ['yahooo.com.br', 'yahoo.com.br'],
  ['yahoo.co', 'yahoo.com'],
  ['outlok.com', 'outlook.com'],
  ['iclod.com', 'icloud.com'],
  ['live.con', 'live.com'],
  ['t-onlin.de', 't-online.de'],
  ['wannadoo.fr', 'wanadoo.fr'],
  ['comast.net', 'comcast.net'],
  ['protonmial.com', 'protonmail.com'],
  ['example-office.con', 'example-office.com'],
  ['mail.example-office.cmo', 'mail.example-office.com'],
])('“%s” was most likely meant to be %s', (typed, meant) => {
  expect(meantDomain(typed)).toBe(meant);
});

/** Real ones that are close to a best-known one, or to an ending: each would annoy all who live there. */
const lookalikes =
  'mail.com email.com ymail.com hmail.com fmail.com amail.com zmail.com imail.com gmx.de gmx.at gmx.ch gmx.net gmx.com mail.de ' +
  'mail.ru email.cz email.de yahoo.de yahoo.co.uk yahoo.co.jp yahoo.com.br yahoo.fr hotmail.fr hotmail.de hotmail.co.uk hotmail.be ' +
  'outlook.de outlook.fr outlook.com.br live.nl live.fr live.co.uk live.com.au aol.de aol.co.uk love.com line.com life.com olive.com ' +
  'all.com aon.com aon.at aim.com homemail.com hushmail.com prontomail.com protonmail.ch proton.me proton.com fastmail.fm fastmail.com ' +
  'freemail.hu freenet.com freenet.co.uk laposte.fr comcast.com verizon.com bellsouth.com libera.it liberi.it libero.it orange.com ' +
  'me.com mac.com msn.com pm.me posteo.de mailbox.org riseup.net web.com web.de tutanota.com yandex.com yandex.ru ya.ru ' +
  'rocketmail.com cloud.com google.com example.cam example.mom example.bom example.co example.cm example.om example.com.co';

test('nobody at a real provider is asked whether they meant another', () => {
  const real = [...lookalikes.split(' '), ...commonFreemailDomains(), ...disposableDomains];
  expect(real.length).toBeGreaterThan(350);
  expect(real.filter((domain) => meantDomain(domain) !== undefined)).toEqual([]);
});

test('what is proposed is never doubted in turn, whatever was typed', () => {
  const near = tuple(
    constantFrom('gmail', 'hotmail', 'yahoo', 'comcast', 'x'),
    string(),
    constantFrom('.com', '.con', '.fr', ''),
  ).map((parts) => parts.join(''));
  assert(
    property(near, (domain) => {
      const meant = meantDomain(domain);
      if (meant !== undefined) expect(meantDomain(meant)).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test.each(['g', 'gm', 'gmail.', '.', 'com.'])('a megabyte of “%s” is no trouble', (piece) => {
  const began = performance.now();
  meantDomain(piece.repeat(1_000_000 / piece.length));
  expect(performance.now() - began).toBeLessThan(1000);
});
