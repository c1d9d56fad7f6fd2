import { array, constantFrom, nat, oneof, string, tuple, type Arbitrary } from 'fast-check';
import { mark } from './harm-in.ts';
import { hostileText } from './hostile-text.ts';

const names = [
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Authorization',
  'Cache-Control',
  'Cookie',
  'Forwarded',
  'From',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'Origin',
  'Range',
  'Referer',
  'Sec-Fetch-Site',
  'User-Agent',
  'Via',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-HTTP-Method-Override',
  'X-Original-URL',
  'X-Rewrite-URL',
  'Content-Type',
  'Date',
  'TE',
  'Purpose',
  mark,
];

/** What has a meaning in one header or another, and what has too much of it. */
const value: Arbitrary<string> = oneof(
  constantFrom(
    '*',
    'bytes=0-',
    'bytes=-1',
    'bytes=0-0,1-1',
    'bytes=999999999999-',
    `bytes=${'0-0,'.repeat(500)}0-0`,

    'W/"x"',
    '"',
    `"${mark}"`,
    ',,,,',
    'gzip;q=0, br;q=0',
    `gzip;q=${'0'.repeat(3000)}`,
    `;${' '.repeat(3000)};q=0x`,
    'xx-XX',
    'de;q=9',
    'en,'.repeat(1500),
    'Bearer ',
    `Bearer ${mark}`,
    'Basic Og==',
    'null',
    'about:blank',

    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '[::1]:80',
    'unknown',
    '_hidden',
    `for="[${mark}]"`,
    '1,2,3,,',
    '0x7f.1',

    'organizer.session=%00',
    'organizer.session=%',
    'organizer.two_factor=%ff.%ff',
    '=;=;==',
    `${mark}=`,
    'a=b; a=b',

    `organizer.session_token=${'x'.repeat(4000)}`,
    `__Host-organizer.session_token=${mark}.${mark}`,
    `; `.repeat(2000),
  ),
  // Node sends what is in Latin-1, and our server takes it.
  string({ unit: 'binary-ascii', maxLength: 60 }),
  array(nat(255), { maxLength: 80 }).map((codes) => String.fromCharCode(...codes)),
  hostileText.map((text) => Buffer.from(text.slice(0, 2000)).toString('latin1')),
).map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, ''));

/** Some headers, by name, as no well-behaved client sends them. */
export const hostileHeaders: Arbitrary<Record<string, string>> = array(tuple(constantFrom(...names), value), {
  maxLength: 4,
}).map((some) => Object.fromEntries(some));
