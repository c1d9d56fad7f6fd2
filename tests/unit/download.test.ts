import { expect, test } from 'vitest';
import { download } from '../../src/http/respond.ts';
import type { Site } from '../../src/http/site.ts';

test('a download that breaks ends broken, and neither its reader nor the log is told what it was about', async () => {
  const logged: string[] = [];
  const error = (event: string, facts?: object): void => void logged.push(`${event} ${JSON.stringify(facts)}`);
  const site = { config: { siteUrl: 'https://campaign.example' }, log: { info: () => undefined, error } };
  async function* parts(): AsyncGenerator<string> {
    yield 'Sam Example';
    throw new TypeError('cannot read sam@example.org');
  }
  const answer = download(site as unknown as Site, { name: 'x.csv', type: 'text/csv', parts: parts() });
  expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
  const failure = await answer.text().catch(String);
  expect(failure).toMatch(/download broke off/);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toMatch(/^download broke off .*"error":"TypeError","where":"at /);
  expect(logged + failure).not.toContain('sam@');
});
