import type { AskedPage } from './ask-page.ts';
import type { FilePlan, Progress } from './export-file.ts';

/** What the page asks of its worker, in this order; `go-on` after each `interrupted`. */
export type ToWorker =
  | {
      ask: 'read-identity';
      file: Uint8Array<ArrayBuffer>;
      passphrase: string;
      /** Public keys that anything here is sealed to. */
      recipients: readonly string[];
    }
  | {
      ask: 'run';
      plan: FilePlan;
      /** The address of the pages of sealed rows. */
      rows: string;
    }
  | { ask: 'go-on' };

/** What the worker tells the page. */
export type FromWorker =
  | { tell: 'identity-read' }
  | { tell: 'identity-fault'; fault: IdentityFault }
  | { tell: 'progress'; progress: Progress }
  | { tell: 'interrupted'; why: Exclude<AskedPage['outcome'], 'page'> }
  | { tell: 'finished'; progress: Progress; file: Blob };

export type IdentityFault =
  | { kind: 'no-passphrase' }
  /** None of ours. */
  | { kind: 'foreign' }
  /** No identity, or not opened by the passphrase. `message` is one sentence that says what to do. */
  | { kind: 'unreadable'; field: 'identity' | 'passphrase'; message: string };
