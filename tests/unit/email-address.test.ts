import { constantFrom, array, assert, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEmailAddress } from '../../src/domain/email-address.ts';

const label63 = 'd'.repeat(63);
const local64 = 'l'.repeat(64);

describe('What people type as their address', () => {
  test.each([
    ['ada@example.org', 'ada@example.org'],
    ['Ada.Example+petition@Example.ORG', 'Ada.Example+petition@example.org'],
    ['sam@x.example', 'sam@x.example'],
    ["o'hara@example.org", "o'hara@example.org"],
    ["!#$%&'*+/=?^_`{|}~-@example.org", "!#$%&'*+/=?^_`{|}~-@example.org"],
    ['1@1.example', '1@1.example'],
    ['ada@a--b.example', 'ada@a--b.example'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@BÜCHER.example', 'ada@xn--bcher-kva.example'],
    ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah'],
    ['ada@ｅxample.org', 'ada@example.org'],
    [`${local64}@example.org`, `${local64}@example.org`],
    [`ada@${label63}.example`, `ada@${label63}.example`],
    ['ada@example.co.uk', 'ada@example.co.uk'],
  ])('%s is taken', (typed, address) => {
    expect(parseEmailAddress(typed)).toBe(address);
  });

  test.each([
    ['nothing', ''],
    ['no @', 'ada.example.org'],
    ['no local part', '@example.org'],
    ['no domain', 'ada@'],
    ['one label', 'ada@localhost'],
    ['two @', 'ada@sam@example.org'],
    ['two addresses run together', 'ada@x.examplesam@x.example'],
    ['two addresses', 'ada@example.org,sam@example.org'],
    ['two addresses with a semicolon', 'ada@example.org;sam@example.org'],
    ['a display name', 'Ada <ada@example.org>'],
    ['angle brackets', '<ada@example.org>'],
    ['mailto', 'mailto:ada@example.org'],
    ['a comment', 'ada(home)@example.org'],
    ['a quoted local part', '"ada example"@example.org'],
    ['a space in front', ' ada@example.org'],
    ['a space behind', 'ada@example.org '],
    ['a space within', 'ada @example.org'],
    ['a line feed behind', 'ada@example.org\n'],
    ['a header behind', 'ada@example.org\r\nBcc: sam@example.org'],
    ['a header in front', 'Bcc: sam@example.org\r\nada@example.org'],
    ['a null', 'ada\0@example.org'],
    ['a tab in the domain', 'ada@exa\tmple.org'],
    ['a leading dot', '.ada@example.org'],
    ['a trailing dot', 'ada.@example.org'],
    ['a doubled dot', 'ada..example@example.org'],
    ['a local part in another script', 'адa@example.org'],
    ['a Kelvin sign', '\u212A@example.org'],
    ['a local part of 65 octets', `${local64}l@example.org`],
    ['a label of 64 octets', `ada@${label63}d.example`],
    ['255 octets in all', `${local64}@${label63}.${label63}.${'d'.repeat(62)}`],
    ['254 characters that punycode makes longer', `${local64}@${'ü'.repeat(50)}.${label63}.${label63}.example`],
    ['a domain that starts with a dot', 'ada@.example.org'],
    ['a domain that ends with a dot', 'ada@example.org.'],
    ['a doubled dot in the domain', 'ada@example..org'],
    ['a hyphen at a label’s start', 'ada@-example.org'],
    ['a hyphen at a label’s end', 'ada@example-.org'],
    ['an underscore in the domain', 'ada@exa_mple.org'],
    ['an IP literal', 'ada@[192.0.2.1]'],
    ['an IPv6 literal', 'ada@[IPv6:2001:db8::1]'],
    ['a bare IP address', 'ada@192.0.2.1'],
    ['a hexadecimal IP address', 'ada@0x7f.0x1'],
    ['an IP address in full-width digits', 'ada@１９２.０.２.１'],
    ['a numeric top-level domain', 'ada@example.123'],
    ['a port', 'ada@example.org:25'],
    ['a path', 'ada@example.org/x'],
    ['a query', 'ada@example.org?subject=x'],
    ['a percent-escape in the domain', 'ada@example%2eorg'],
    ['an ideographic full stop', 'ada@example。org'],
    ['a soft hyphen in the domain', 'ada@exam\u00ADple.org'],
    ['a zero-width space in the domain', 'ada@exam\u200Bple.org'],
    ['a direction override in the domain', 'ada@\u202Eexample.org'],
    ['a letter that folds to a slash', 'ada@example.org\u2100'],
    ['obfuscation', 'ada [at] example.org'],
    ['a megabyte', `ada@${'a.'.repeat(500_000)}org`],
  ])('%s is refused', (_, typed) => {
    expect(parseEmailAddress(typed)).toBeUndefined();
  });

  test('254 octets in all are taken', () => {
    const typed = `${local64}@${label63}.${label63}.${'d'.repeat(61)}`;
    expect(typed).toHaveLength(254);
    expect(parseEmailAddress(typed)).toBe(typed);
  });
});

describe('Whatever people type', () => {
  /** Mostly near misses: random text alone would hardly ever be an address. */
  const pieces = array(
    constantFrom(...'ab1ü例.-@%:/<>,; \r\n\t\0"()[]\u00AD。０'.split(''), 'xn--', 'example', '.org', '0x'),
  );
  const nearMiss = tuple(pieces, pieces).map(([local, domain]) => `a${local.join('')}@${domain.join('')}.example`);
  const anything = string({ unit: 'binary' });

  test.each([
    ['near misses', nearMiss],
    ['anything', anything],
  ])('an address that is taken is safe in a header and is itself again (%s)', (_, typed) => {
    assert(
      property(typed, (text) => {
        const address = parseEmailAddress(text);
        if (address === undefined) return;
        expect(address).not.toMatch(/[\r\n\t\0\s,;:<>()[\]"\\]/);
        expect(address).toMatch(/^[\u0021-\u007E]+@[a-z0-9.-]+\.[a-z0-9-]*[a-z][a-z0-9-]*$/);
        expect(address.length).toBeLessThanOrEqual(254);
        expect(parseEmailAddress(address)).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });
});
