import { askPage } from './ask-page.ts';
import { exportFile, type FilePlan } from './export-file.ts';
import type { FromWorker, ToWorker } from './export-messages.ts';
import { readIdentity } from './read-identity.ts';

/**
 * A thread of its own that holds the identity, opens what the server hands out sealed, and gives the page the finished file. Of the
 * identity and of what it opens nothing is sent anywhere; with the thread both are gone.
 */
let secrets: string[] = [];
let goOn: () => void = () => undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.ask === 'go-on') goOn();
  else if (data.ask === 'run') done(run(data.plan, data.rows));
  else done(takeIdentity(data));
});

async function takeIdentity({
  file,
  passphrase,
  recipients,
}: Extract<ToWorker, { ask: 'read-identity' }>): Promise<void> {
  const read = await readIdentity(file, passphrase, recipients);
  file.fill(0);
  if (read.outcome === 'read') ({ secrets } = read);
  tell(read.outcome === 'read' ? { tell: 'identity-read' } : { tell: 'identity-fault', fault: read.fault });
}

async function run(plan: FilePlan, rows: string): Promise<void> {
  const file = exportFile(plan, secrets);
  let coming = askPage(rows, 0);
  for (let after: number | null = 0; after !== null;) {
    const asked = await coming;
    if (asked.outcome !== 'page') {
      const answered = new Promise<void>((resolve) => (goOn = resolve));
      tell({ tell: 'interrupted', why: asked.outcome });
      await answered;
      coming = askPage(rows, after);
      continue;
    }
    after = asked.page.next;
    // The next page travels while this one is opened.
    if (after !== null) coming = askPage(rows, after);
    await file.take(asked.page);
    tell({ tell: 'progress', progress: file.progress });
  }
  secrets = [];
  tell({ tell: 'finished', progress: file.progress, file: file.finish() });
}

const tell = (message: FromWorker): void => postMessage(message);

/** A bug in here has to reach the page, which hears of `error` events and of no rejected promise. */
const done = (work: Promise<void>): void =>
  void work.catch((error: unknown) =>
    setTimeout(() => {
      throw error;
    }),
  );
