import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportedFrom } from '../support/a-context.ts';
import { aDriver, type Driver } from '../support/a-driver.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';

let driver: Driver;
let server: TestServer;
const { fsyncSync } = fs;
beforeAll(async () => {
  driver = aDriver();
  server = await aServer();
});
afterAll(async () => {
  driver.letGo();
  theDisk(fsyncSync);
  await server.stop();
});

function theDisk(sync: typeof fsyncSync): void {
  fs.fsyncSync = sync;
  syncBuiltinESMExports();
}

const answered: string[] = [];
/** Five people sign. @returns what they are told */
async function five(name: string): Promise<Set<number>> {
  const emails = Array.from({ length: 5 }, (_, at) => `${name}${at}@example.org`);
  const answers = await Promise.all(emails.map((email) => server.post('/social-credit/sign', aSignature({ email }))));
  for (const [at, { status, headers }] of answers.entries()) {
    if (status === 303) answered.push(emails[at]!);
    else expect(headers.get('retry-after')).not.toBeNull();
  }
  return new Set(answers.map(({ status }) => status));
}

test('nobody is told that they have signed once the disk has kept nothing, before all that it may have lost is on it again', async () => {
  expect(await five('before')).toEqual(new Set([303]));
  driver.fail('SQLITE_IOERR_FSYNC', /^commit$/);
  expect(await five('failing')).toEqual(new Set([503]));
  // From here on the disk says that all is well, as Linux does after one failure, but cannot keep the log.
  let tried = 0;
  theDisk(() => {
    tried += 1;
    throw Object.assign(new Error('made up by a test'), { code: 'EIO' });
  });
  driver.mend();
  expect(await five('doubtful')).toEqual(new Set([503]));
  expect(tried).toBeGreaterThan(0);
  expect((await server.get('/social-credit')).status).toBe(200);
  theDisk(fsyncSync);
  expect(await five('after')).toEqual(new Set([303]));
  const stored = (await exportedFrom(server.dataDir)).rows.map(({ email }) => email);
  expect(stored.toSorted()).toEqual(answered.toSorted());
  expect(server.troubles.some((line) => line.includes('SQLITE_IOERR_FSYNC'))).toBe(true);
});
