import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForAnswers } from '../../src/campaign/ask-for-answers.ts';
import { bounceDelivery } from '../../src/campaign/bounce-delivery.ts';
import { sendDataLink } from '../../src/campaign/send-data-link.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import { templatesFolder } from '../../src/places.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, confirmBy, deliver, write } from '../support/a-delivery.ts';
import { typed } from '../support/a-signature.ts';

/** The local rules of a filter that many mail servers run, without asking anybody over the network. */
const isInstalled = spawnSync('spamassassin', ['--version']).error === undefined;
const mostPoints = 2;

let context: TestContext;
beforeAll(async () => {
  context = await aContext();
  await aDirectory(context);
});
afterAll(() => context.remove());

const kindOf = (file: string): string => /^\d+-(.+)\.eml$/.exec(file)?.[1] ?? '';

test.skipIf(!isInstalled)(
  'no kind of mail looks like spam to SpamAssassin’s local rules',
  { timeout: 120_000 },
  async () => {
    const { socialCredit, clock, store, config } = context;
    const sign = () => signPetition(context, socialCredit, 'en', typed({ email: 'sam@example.org' }));
    await sign();
    await deliver(context);
    await confirmBy(context, 'sam@example.org');
    await sign();
    await sendDataLink(context, socialCredit, 'sam@example.org');
    await write(context, 'wanda@example.org');
    await deliver(context);
    await confirmBy(context, 'wanda@example.org');
    await deliver(context);
    const [first] = await store.read.selectFrom('deliveries').select('id').orderBy('id').execute();
    const report = [{ addresses: ['ada.example@example.org'], kind: 'hard' as const, status: '5.1.1' }];
    expect(await bounceDelivery(context, first!.id, report)).toBe('hard');
    clock.at += 15 * daySeconds;
    expect(await askForAnswers(context, socialCredit)).toBe(1);
    await deliver(context);

    const files = readdirSync(config.mailboxDir).filter((file) => file.endsWith('.eml'));
    const byKind = new Map(files.map((file) => [kindOf(file), join(config.mailboxDir, file)]));
    expect([...byKind.keys()].toSorted()).toEqual(readdirSync(templatesFolder).toSorted());
    const points = [...byKind].map(([kind, file]) => {
      const scored = execFileSync('spamassassin', ['--local', '--test-mode'], {
        input: readFileSync(file),
        encoding: 'utf8',
      });
      return [kind, Number(/^X-Spam-Status: .*?score=(-?[\d.]+)/m.exec(scored)?.[1])] as const;
    });
    expect(points.filter(([, score]) => !(score < mostPoints))).toEqual([]);
  },
);
