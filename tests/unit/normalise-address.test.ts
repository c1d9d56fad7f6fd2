import { array, assert, constantFrom, mixedCase, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressRules } from '../../src/domain/address-rules.ts';
import { parseEmailAddress } from '../../src/domain/email-address.ts';
import { normaliseAddress } from '../../src/domain/normalise-address.ts';

/** What the blind index is made of: an address that was not taken has none. */
function recognised(typed: string): string {
  const address = parseEmailAddress(typed);
  if (address === undefined) throw new Error(`${typed} is not taken`);
  return normaliseAddress(address);
}

describe('Ada signs again with another spelling and is recognised', () => {
  test.each([
    ['in capitals', 'ADA@EXAMPLE.ORG', 'ada@example.org'],
    ['with a tag', 'ada+petition@example.org', 'ada@example.org'],
    ['with two tags', 'ada+petition+again@example.org', 'ada@example.org'],
    ['with an empty tag', 'ada+@example.org', 'ada@example.org'],
    ['with a domain in Unicode', 'ada@münchen.example', 'ada@xn--mnchen-3ya.example'],
    ['with a domain in Unicode and capitals', 'Ada+x@MÜNCHEN.example', 'ada@xn--mnchen-3ya.example'],

    ['with dots at Gmail', 'a.d.a@gmail.com', 'ada@gmail.com'],
    ['with dots and a tag at Gmail', 'A.da+a.b@Gmail.com', 'ada@gmail.com'],
    ['at Gmail’s British domain', 'a.da@googlemail.com', 'ada@gmail.com'],

    ['with a tag at Outlook', 'ada+petition@outlook.com', 'ada@outlook.com'],
    ['with a tag at Hotmail', 'Ada+petition@hotmail.com', 'ada@hotmail.com'],
    ['with a tag at Live', 'ada+petition@live.com', 'ada@live.com'],

    ['at Apple’s second domain', 'ada@me.com', 'ada@icloud.com'],
    ['at Apple’s first domain', 'ada+petition@mac.com', 'ada@icloud.com'],

    ['with dots at Proton', 'a.da@proton.me', 'ada@proton.me'],
    ['with hyphens at Proton', 'a-d-a@protonmail.com', 'ada@proton.me'],
    ['with underscores at Proton', 'ada_@pm.me', 'ada@proton.me'],
    ['with all of them and a tag at Proton', 'a.d-a_+x-y@protonmail.ch', 'ada@proton.me'],

    ['with a tag at Fastmail', 'ada+petition@fastmail.com', 'ada@fastmail.com'],
    ['with a tag for a local part at Fastmail', 'petition@ada.fastmail.com', 'ada@fastmail.com'],
    ['with two tags at Fastmail', 'petition+again@Ada.Fastmail.com', 'ada@fastmail.com'],
    ['with a tag for a local part at Fastmail’s older domain', 'petition@ada.fastmail.fm', 'ada@fastmail.fm'],

    ['with a hyphen for a dot at Yandex', 'ada-sample@yandex.ru', 'ada.sample@yandex.ru'],
    ['at Yandex’s short domain', 'ada.sample@ya.ru', 'ada.sample@yandex.ru'],
    ['at Yandex’s international domain', 'ada-sample+x@yandex.com', 'ada.sample@yandex.ru'],
    ['at Yandex in Belarus', 'ada.sample@yandex.by', 'ada.sample@yandex.ru'],
    ['at Yandex in Kazakhstan', 'ada.sample@yandex.kz', 'ada.sample@yandex.ru'],

    ['with another disposable address of Yahoo', 'ada-petition@yahoo.com', 'ada-letter@yahoo.com'],
    ['with hyphens in the keyword at Yahoo', 'ada-petition-again@yahoo.com', 'ada-letter@yahoo.com'],
    ['with a tag at Yahoo', 'ada+petition@yahoo.com', 'ada@yahoo.com'],
  ])('%s: %s is %s', (_, again, first) => {
    expect(recognised(again)).toBe(recognised(first));
  });

  test.each(addressRules.filter(({ aliases }) => aliases).map(({ domains }) => domains))(
    'at any domain that means %s',
    (canonical, ...others) => {
      for (const other of others) expect(recognised(`ada@${other}`)).toBe(`ada@${canonical}`);
    },
  );
});

describe('Ada and Sam are two people', () => {
  test.each([
    ['at two domains', 'ada@example.org', 'ada@example.net'],
    ['with a dot at a domain without rules', 'a.da@example.org', 'ada@example.org'],
    ['with a hyphen at a domain without rules', 'ada-sam@example.org', 'ada@example.org'],
    ['with an underscore at a domain without rules', 'ada_sam@example.org', 'adasam@example.org'],
    ['in Unicode and without its marks', 'ada@münchen.example', 'ada@munchen.example'],
    ['when nothing stands before the tag', '+ada@example.org', '+sam@example.org'],

    ['at Outlook and at Hotmail', 'ada@outlook.com', 'ada@hotmail.com'],
    ['at Outlook and at Live', 'ada@outlook.com', 'ada@live.com'],
    ['at Hotmail and at Hotmail in the UK', 'ada@hotmail.com', 'ada@hotmail.co.uk'],
    ['with a dot at Outlook', 'a.da@outlook.com', 'ada@outlook.com'],
    ['with a dot at Hotmail', 'a.da@hotmail.com', 'ada@hotmail.com'],
    ['with a hyphen at Outlook', 'ada-sam@outlook.com', 'ada@outlook.com'],

    ['with a hyphen at Gmail', 'a-da@gmail.com', 'ada@gmail.com'],
    ['with an underscore at Gmail', 'a_da@gmail.com', 'ada@gmail.com'],
    ['at a domain that starts like Gmail’s', 'a.da@gmail.com.example', 'ada@gmail.com.example'],
    ['at a domain that ends like Gmail’s', 'a.da@notgmail.com', 'ada@notgmail.com'],
    ['at a subdomain of Gmail’s', 'a.da@mail.gmail.com', 'ada@mail.gmail.com'],
    ['at Google', 'a.da@google.com', 'ada@google.com'],

    ['with a dot at iCloud', 'a.da@icloud.com', 'ada@icloud.com'],
    ['at Proton and at Proton Pass', 'ada@proton.me', 'ada@passmail.net'],
    ['at two domains of Fastmail', 'ada@fastmail.com', 'ada@fastmail.fm'],
    ['with a dot at Fastmail', 'a.da@fastmail.com', 'ada@fastmail.com'],
    ['two subdomains deep at Fastmail', 'x@y.ada.fastmail.com', 'ada@fastmail.com'],
    ['at a subdomain elsewhere', 'x@ada.example.org', 'ada@example.org'],
    ['at a subdomain of Yandex’s', 'x@ada.yandex.ru', 'ada@yandex.ru'],

    ['with a dot at Yandex', 'ada.sample@yandex.ru', 'adasample@yandex.ru'],
    ['with an underscore at Yandex', 'ada_sample@yandex.ru', 'ada.sample@yandex.ru'],
    ['at Yandex and at its Ukrainian domain', 'ada@yandex.ru', 'ada@yandex.ua'],
    ['at Yandex and at work at Yandex', 'ada@yandex.ru', 'ada@yandex-team.ru'],

    ['with a disposable address of Yahoo and a mailbox of its name', 'ada-petition@yahoo.com', 'ada@yahoo.com'],
    ['with a dot at Yahoo', 'a.da@yahoo.com', 'ada@yahoo.com'],
    ['at Yahoo and at Yahoo in the UK', 'ada@yahoo.com', 'ada@yahoo.co.uk'],
    ['with hyphens at Yahoo in Japan', 'ada-x@yahoo.co.jp', 'ada-y@yahoo.co.jp'],

    ['at QQ and at Foxmail', 'ada@qq.com', 'ada@foxmail.com'],
    ['at 163 and at 126', 'ada@163.com', 'ada@126.com'],
    ['at two domains of Sina', 'ada@sina.com', 'ada@sina.cn'],
    ['with a dot at QQ', 'a.da@qq.com', 'ada@qq.com'],
    ['at two domains of Mail.ru', 'ada@mail.ru', 'ada@bk.ru'],
    ['at Hanmail and at Daum', 'ada@hanmail.net', 'ada@daum.net'],
  ])('%s: %s and %s', (_, adas, sams) => {
    expect(recognised(adas)).not.toBe(recognised(sams));
  });
});

describe('A local part that would vanish', () => {
  test.each(['+x@example.org', '+@gmail.com', '_@proton.me', '+x@yahoo.com'])('%s stays as it is', (address) => {
    expect(recognised(address)).toBe(address);
  });

  test.each([
    ['+x+y@example.org', '+x@example.org'],
    ['++x@example.org', '+@example.org'],
    ['_+x@proton.me', '_@proton.me'],
    ['__@pm.me', '__@proton.me'],
    ['+.x@gmail.com', '+x@gmail.com'],
    ['+-x@yahoo.com', '+-@yahoo.com'],
  ])('%s becomes %s', (address, normalised) => {
    expect(recognised(address)).toBe(normalised);
  });
});

describe('The rules', () => {
  const domains = addressRules.flatMap((rule) => rule.domains);

  test('name each domain once, as parseEmailAddress writes it', () => {
    expect(new Set(domains).size).toBe(domains.length);
    for (const domain of domains) expect(parseEmailAddress(`ada@${domain}`)).toBe(`ada@${domain}`);
  });
});

describe('Whatever address was taken', () => {
  /** Mostly signs that some rule is about, at domains with a rule or nearly one. */
  const pieces = array(constantFrom(...'aB1.+-_='.split('')), { minLength: 1, maxLength: 12 });
  const domains = addressRules.flatMap((rule) => rule.domains);
  const nearDomain = constantFrom(
    ...domains.flatMap((domain) => [domain, `ada.${domain}`, `x.ada.${domain}`, `${domain}.example`]),
    'münchen.example',
    'outlook.com',
    'example.org',
  );
  const typed = tuple(pieces, nearDomain)
    .map(([local, domain]) => `${local.join('')}@${domain}`)
    .filter((text) => parseEmailAddress(text) !== undefined);
  const runs = { numRuns: 5000 };

  test('normalising again changes nothing', () => {
    assert(
      property(typed, (text) => {
        expect(normaliseAddress(recognised(text))).toBe(recognised(text));
      }),
      runs,
    );
  });

  test('capitals change nothing', () => {
    assert(
      property(mixedCase(typed), typed, (mixed, text) => {
        expect(recognised(mixed)).toBe(recognised(mixed.toLowerCase()));
        expect(recognised(text.toUpperCase())).toBe(recognised(text));
      }),
      runs,
    );
  });

  test('a tag changes nothing', () => {
    assert(
      property(typed, (text) => {
        const [local, domain] = text.split('@');
        expect(recognised(`${local}+tag@${domain}`)).toBe(recognised(text));
      }),
      runs,
    );
  });

  test('a local part is left, and the domain or its provider’s canonical one', () => {
    assert(
      property(typed, (text) => {
        const [local, domain, ...rest] = recognised(text).split('@');
        const typedDomain = parseEmailAddress(text)?.split('@')[1] ?? '';
        const rule = addressRules.find((candidate) => candidate.domains.includes(typedDomain));
        const parent = typedDomain.slice(typedDomain.indexOf('.') + 1);
        const parentRule = addressRules.find(({ subdomains, domains: of }) => subdomains && of.includes(parent));
        const expected = rule?.aliases ? rule.domains[0] : parentRule ? parent : typedDomain;
        expect(rest).toEqual([]);
        expect(local).not.toBe('');
        expect(domain).toBe(expected);
      }),
      runs,
    );
  });
});

describe('Whatever text there is', () => {
  test('nothing is thrown, and normalising again changes nothing', () => {
    assert(
      property(
        string({ unit: 'binary' }),
        constantFrom('@', '@gmail.com', '@ada.fastmail.com', '@.fastmail.com'),
        (text, end) => {
          const once = normaliseAddress(text + end);
          expect(normaliseAddress(once)).toBe(once);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each(['.', '+', '-', '_', '@', 'a'])('a megabyte of %s is no trouble', (character) => {
    const megabyte = character.repeat(1_000_000);
    for (const domain of ['gmail.com', 'proton.me', 'yandex.ru', 'yahoo.com', megabyte])
      expect(() => normaliseAddress(`${megabyte}@${domain}`)).not.toThrow();
  });
});
