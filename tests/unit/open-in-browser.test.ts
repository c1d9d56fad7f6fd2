import { randomBytes } from 'node:crypto';
import { armor, Encrypter } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { askPage } from '../../src/browser/ask-page.ts';
import { exportFile } from '../../src/browser/export-file.ts';
import { openRecord, recordKey } from '../../src/browser/open-record.ts';
import { readIdentity } from '../../src/browser/read-identity.ts';
import { placeOf } from '../../src/domain/place.ts';
import type { HandedOutSignature, SealedPage } from '../../src/domain/sealed-page.ts';
import { newEpochKey, wrapEpochKey } from '../../src/vault/epoch-key.ts';
import { identityText, newIdentity } from '../../src/vault/identity.ts';
import { keyOf, sealRecord } from '../../src/vault/seal.ts';

/** The same code that a browser runs, on WebCrypto as Node has it, against what the server's own code sealed. */
const ada = await newIdentity();
const ben = await newIdentity();
const epochKey = newEpochKey();
const wrapped = (await wrapEpochKey(epochKey, [ada.recipient])).toString('base64');
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const sam = {
  name: 'Sam Example',
  email: 'sam@example.org',
  postcode: '10115',
  comment: '=1+1\n第二行 “quoted”, \ud83d\ude00',
  public: false,
  updates: true,
};

/** A row as the server hands it out. @param sealedFor whose place it was sealed for, if not its own */
function aRow(id: number, changes: Partial<HandedOutSignature> = {}, record: object = sam, sealedFor = id) {
  const form = randomBytes(8);
  const place = placeOf.signature('social-credit', sealedFor, form);
  return {
    id,
    public: 0 as const,
    no_news: 0 as const,
    country: 'DE',
    source: '',
    locale: 'en',
    confirmed_at: 1_795_694_400,
    origin: 'site' as const,
    sealed: sealRecord(keyOf(epochKey), place, record).toString('base64'),
    epoch: 7,
    form: form.toString('base64'),
    ...changes,
  };
}

function withOneChanged(row: HandedOutSignature): HandedOutSignature {
  const sealed = Buffer.from(row.sealed, 'base64');
  sealed[20] = sealed[20]! ^ 1;
  return { ...row, sealed: sealed.toString('base64') };
}

/** As `campaign keys protect` does it, but less work for the machine. */
async function under(passphrase: string, text: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(10);
  return armor.encode(await encrypter.encrypt(text));
}

const aPage = (...rows: HandedOutSignature[]): SealedPage => ({ rows, epochs: { 7: wrapped }, next: null });

const anExport = (
  format: 'csv' | 'jsonl' | 'mailchimp',
  secrets = [ada.secret],
  purpose: 'hand-over' | 'updates' = 'hand-over',
) => exportFile({ campaign: 'social-credit', format, fields: ['name', 'email', 'comment'], purpose }, secrets);

test('a browser opens what the server sealed, every character of it', async () => {
  const file = anExport('jsonl');
  await file.take(aPage(aRow(1), aRow(2, {}, { ...sam, name: ' 李 \u202e' })));
  const lines = (await file.finish().text()).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { name: 'Sam Example', email: 'sam@example.org', comment: sam.comment },
    { name: ' 李 \u202e', email: 'sam@example.org', comment: sam.comment },
  ]);
  expect(file.progress).toEqual({ rows: 2, written: 2, leftOut: {}, unopened: [] });
});

test('spreadsheets get their head once, and no formula', async () => {
  const file = anExport('csv');
  await file.take(aPage(aRow(1)));
  await file.take(aPage(aRow(2)));
  const text = await file.finish().text();
  expect(text.match(/name,email,comment/g)).toHaveLength(1);
  expect(text.match(/"'=1\+1\n/g)).toHaveLength(2);
  expect(file.finish().type).toBe('text/csv; charset=utf-8');
});

test.each(['mailchimp', 'csv', 'jsonl'] as const)(
  'who does not want updates is in no file to send them by, and is counted: %s',
  async (format) => {
    const file = anExport(format, [ada.secret], 'updates');
    await file.take(aPage(aRow(1), aRow(2, { no_news: 1 }), aRow(3, { confirmed_at: null })));
    expect(file.progress).toMatchObject({ written: 1, leftOut: { 'no-consent': 1, unconfirmed: 1 } });
  },
);

describe('A row is left out and named', () => {
  const tricks: [string, () => HandedOutSignature][] = [
    ['sealed for another row', () => aRow(2, {}, sam, 1)],
    ['put into another form', () => aRow(2, { form: randomBytes(8).toString('base64') })],
    ['with a changed byte', () => withOneChanged(aRow(2))],
    ['cut off', () => aRow(2, { sealed: 'AQ==' })],
    ['of an epoch that is missing', () => aRow(2, { epoch: 8 })],
  ];
  test.each(tricks)('%s', async (_, trick) => {
    const file = anExport('csv');
    await file.take(aPage(aRow(1), trick(), aRow(3)));
    expect(file.progress).toEqual({ rows: 3, written: 2, leftOut: { unopened: 1 }, unopened: [2] });
  });

  test('moved here from another campaign', async () => {
    const file = exportFile({ campaign: 'other', format: 'csv', fields: ['name'], purpose: 'check' }, [ada.secret]);
    await file.take(aPage(aRow(1)));
    expect(file.progress.unopened).toEqual([1]);
  });

  test('sealed to somebody else', async () => {
    const file = anExport('csv', [ben.secret]);
    await file.take(aPage(aRow(1)));
    expect(file.progress.leftOut).toEqual({ unopened: 1 });
  });
});

test('a record opens with its key, in its place and in its version only', async () => {
  const sealed = new Uint8Array(sealRecord(keyOf(epochKey), 'here', sam));
  const key = await recordKey(new Uint8Array(epochKey));
  expect(await openRecord(key, 'here', sealed)).toEqual(sam);
  expect(await openRecord(key, 'there', sealed)).toBeUndefined();
  expect(await openRecord(await recordKey(new Uint8Array(newEpochKey())), 'here', sealed)).toBeUndefined();
  expect(await openRecord(key, 'here', Uint8Array.from([2, ...sealed.subarray(1)]))).toBeUndefined();
});

describe('Ada’s identity file', () => {
  const text = identityText(ada, '2026-11-23');
  const fault = async (file: string, passphrase = '', recipients = [ada.recipient]) => {
    const read = await readIdentity(bytes(file), passphrase, recipients);
    return read.outcome === 'faulty' ? read.fault : undefined;
  };

  test('is read as it is, with line ends of any kind', async () => {
    const read = await readIdentity(bytes(text.replaceAll('\n', '\r\n')), '', [ben.recipient, ada.recipient]);
    expect(read).toEqual({ outcome: 'read', secrets: [ada.secret] });
  });

  test('with a passphrase opens by it alone', async () => {
    const locked = await under('four or five random words', text);
    expect(await fault(locked)).toEqual({ kind: 'no-passphrase' });
    expect(await fault(locked, 'wrong words')).toMatchObject({ kind: 'unreadable', field: 'passphrase' });
    expect(await fault(locked, 'four or five random words')).toBeUndefined();
  });

  test('is foreign where nothing is sealed to it', async () => {
    expect(await fault(text, '', [ben.recipient])).toEqual({ kind: 'foreign' });
  });

  test('is no text that somebody took for one', async () => {
    expect(await fault('Dear Ada')).toMatchObject({ kind: 'unreadable', field: 'identity' });
  });
});

describe('A page of rows', () => {
  const answers = (...all: (Response | 'no connection')[]): { fetched: typeof fetch; waitMilliseconds: number[] } => ({
    fetched: () => {
      const next = all.shift();
      return next === undefined || next === 'no connection' ? Promise.reject(new TypeError()) : Promise.resolve(next);
    },
    waitMilliseconds: [1, 1],
  });
  const page = aPage();

  test('is asked for again while the network or the server fails, and no longer than some tries', async () => {
    const restarted = answers('no connection', new Response('', { status: 503 }), Response.json(page));
    expect(await askPage('/rows', 0, restarted)).toEqual({ outcome: 'page', page });
    expect(await askPage('/rows', 0, answers())).toEqual({ outcome: 'unreachable' });
  });

  test('is asked for again where it broke off in the middle', async () => {
    expect(await askPage('/rows', 0, answers(new Response('{"rows":['), Response.json(page)))).toMatchObject({
      outcome: 'page',
    });
  });

  test('does not come for whoever is signed out or has no right to it, and that is told at once', async () => {
    expect(await askPage('/rows', 0, answers(new Response(null, { status: 303 })))).toEqual({ outcome: 'signed-out' });
    expect(await askPage('/rows', 0, answers(new Response('', { status: 403 })))).toEqual({ outcome: 'refused' });
  });
});
