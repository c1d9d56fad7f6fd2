import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import Database from 'better-sqlite3';
import { Hono } from 'hono';

/**
 * `insert.ts <port> <database>`: the least that a server with Hono can do to keep a form: parse it, store one row as long as
 * a signature in a group of others, answer when it is on disk. And for a confirmation: change two columns of a row.
 */
const [port = '', file = ''] = process.argv.slice(2);
const database = new Database(file);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
const insert = database.prepare(
  `insert into signatures (campaign_id, state, address_index, sealed, epoch_id, own, form, public, country, source, locale,
    petition_text_id, consent_text_id, link_hash, code_hash, mail_day, mails_that_day, created_at)
   values (1, 'pending', ?, ?, 1, ?, ?, 0, ?, '', 'en', 1, 1, ?, ?, 20000, 1, 1790000000)`,
);
const update = database.prepare(`update signatures set state = 'confirmed', confirmed_at = 1790000000 where id = ?`);
const sealed = randomBytes(413);

const waiting: { write: () => void; answer: (response: Response) => void }[] = [];
const grouped = (write: () => void): Promise<Response> =>
  new Promise((resolve) => {
    if (waiting.push({ write, answer: resolve }) === 1) setTimeout(commit, 2);
  });

function commit(): void {
  const group = waiting.splice(0, 200);
  database.exec('begin immediate');
  for (const { write } of group) write();
  database.exec('commit');
  for (const { answer } of group)
    answer(new Response(null, { status: 303, headers: { Location: '/somewhere', 'Cache-Control': 'no-store' } }));
  if (waiting.length > 0) setImmediate(commit);
}

const app = new Hono();
app.post('/:campaign/sign', async (context) => {
  const form = new URLSearchParams(await context.req.text());
  return grouped(() =>
    insert.run(randomBytes(16), sealed, sealed, randomBytes(8), form.get('country'), randomBytes(32), randomBytes(32)),
  );
});
app.post('/confirm/:id', async (context) => {
  await context.req.text();
  return grouped(() => update.run(Number(context.req.param('id'))));
});
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () => process.stdout.write('listening\n'));
