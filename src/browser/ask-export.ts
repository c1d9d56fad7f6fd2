import type { ExportPurpose } from '../domain/export-purpose.ts';
import type { SignatureField } from '../domain/exported-signature.ts';
import type { Progress } from './export-file.ts';
import type { FieldFault } from './show-faults.ts';

/** An export that the server has begun for us. */
export interface BegunExport {
  /** How many signatures it will be, about. */
  total: number;
  /** What the file has of each. */
  fields: SignatureField[];
  /** What it is for, as the log has it. */
  purpose: ExportPurpose;
  /** The address of the pages of rows. */
  rows: string;
  /** Where the end is told. */
  done: string;
}

export type AskedExport =
  | { outcome: 'begun'; begun: BegunExport }
  | { outcome: 'faulty'; errors: FieldFault[] }
  | { outcome: 'signedOut' | 'refused' | 'unreachable' };

/** Tells the server what is exported and what for, and nothing else: fields of the identity have no name, so that no form holds them. */
export async function askExport(form: HTMLFormElement): Promise<AskedExport> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => undefined);
  if (answer === undefined || answer.status >= 500) return { outcome: 'unreachable' };
  if (answer.status === 201) return { outcome: 'begun', begun: (await answer.json()) as BegunExport };
  if (answer.status === 422) return { outcome: 'faulty', ...((await answer.json()) as { errors: FieldFault[] }) };
  return { outcome: answer.status === 401 ? 'signedOut' : 'refused' };
}

/** The file is saved by then: nobody should wait much longer. */
const patienceMilliseconds = 10_000;

/** @returns whether the server wrote it down */
export async function tellEnd({ done }: BegunExport, end: 'done' | 'stopped', progress: Progress): Promise<boolean> {
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const answer = await fetch(done, { method: 'POST', body: endForm(end, progress), signal }).catch(() => undefined);
  return answer?.ok === true;
}

/** The same from a page that is being closed, which gets no answer any more. */
export const tellStopped = ({ done }: BegunExport, progress: Progress): void =>
  void navigator.sendBeacon(done, endForm('stopped', progress));

const endForm = (end: 'done' | 'stopped', { written, leftOut }: Progress): URLSearchParams =>
  new URLSearchParams({ end, written: String(written), ...leftOutForm(leftOut) });

const leftOutForm = (leftOut: Progress['leftOut']): Record<string, string> =>
  Object.fromEntries(Object.entries(leftOut).map(([reason, count]) => [reason, String(count)]));
