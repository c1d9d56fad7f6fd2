import type { FilePlan, Progress } from './export-file.ts';
import type { FromWorker, IdentityFault, ToWorker } from './export-messages.ts';

type Interruption = Extract<FromWorker, { tell: 'interrupted' }>['why'];

interface Listeners {
  onProgress: (progress: Progress) => void;
  /** It waits; `goOn` tries again, as often as it takes. */
  onInterrupted: (why: Interruption) => void;
}

/** The page's side of the thread that opens signatures. `stop` ends the thread, and with it all that it holds. */
export function startRun({ onProgress, onInterrupted }: Listeners) {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  /** The identity's bytes move over: the page keeps none of them. */
  const ask = (message: ToWorker): void =>
    worker.postMessage(message, message.ask === 'read-identity' ? [message.file.buffer] : []);

  /** The first answer that `find` knows, while the others are passed on. */
  const answer = <T>(find: (message: FromWorker) => { found: T } | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        const answered = find(data);
        if (answered !== undefined) resolve(answered.found);
      });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      });
    });

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.tell === 'progress') onProgress(data.progress);
    if (data.tell === 'interrupted') onInterrupted(data.why);
  });

  return {
    /** @returns what is wrong with it, if anything */
    readIdentity: (
      file: Uint8Array<ArrayBuffer>,
      passphrase: string,
      recipients: readonly string[],
    ): Promise<IdentityFault | undefined> => {
      const read = answer<IdentityFault | undefined>((message) => {
        if (message.tell === 'identity-read') return { found: undefined };
        return message.tell === 'identity-fault' ? { found: message.fault } : undefined;
      });
      ask({ ask: 'read-identity', file, passphrase, recipients });
      return read;
    },
    run: (plan: FilePlan, rows: string): Promise<{ progress: Progress; file: Blob }> => {
      const finished = answer((message) => (message.tell === 'finished' ? { found: message } : undefined));
      ask({ ask: 'run', plan, rows });
      return finished;
    },
    goOn: () => ask({ ask: 'go-on' }),
    stop: () => worker.terminate(),
  };
}

export type Run = ReturnType<typeof startRun>;
