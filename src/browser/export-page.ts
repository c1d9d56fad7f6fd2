import { exportFileName, isTextFormat } from '../domain/export-format.ts';
import { browserExport as text } from '../strings/en/organize/browser-export.ts';
import { askExport, tellEnd, tellStopped, type BegunExport } from './ask-export.ts';
import type { Progress } from './export-file.ts';
import type { IdentityFault } from './export-messages.ts';
import { startRun, type Run } from './export-run.ts';
import { only, openView } from './export-view.ts';
import { saveFile } from './save-file.ts';
import type { FieldFault } from './show-faults.ts';

/** The form that exports signatures in the browser, from the first click to the file. */
const root = document.querySelector<HTMLElement>('[data-export]');
if (root !== null) begin(root);

function begin(page: HTMLElement): void {
  const view = openView(page);
  const form = only(page, 'form', HTMLFormElement);
  const purpose = only(page, '#purpose', HTMLSelectElement);
  const format = only(page, '#format', HTMLSelectElement);
  const file = only(page, '#identity', HTMLInputElement);
  const pasted = only(page, '#pasted', HTMLTextAreaElement);
  const passphrase = only(page, '#passphrase', HTMLInputElement);
  const stoppedLine = only(page, '[data-line="stopped"]', HTMLElement);
  const recipients = (page.dataset.recipients ?? '').split(' ');
  const campaign = page.dataset.campaign ?? '';

  let run: Run | undefined;
  let begun: BegunExport | undefined;
  let progress: Progress = nothingYet;

  /** Lets go of the thread and of whatever it knows. */
  const letGo = (): void => {
    run?.stop();
    run = undefined;
    begun = undefined;
  };

  const exportNow = async (): Promise<void> => {
    view.showFaults([]);
    const chosen = format.value;
    if (!isTextFormat(chosen)) throw new Error(`there is no format ${chosen}`);
    const missing: FieldFault[] = [];
    if (purpose.value === '') missing.push({ field: 'purpose', message: text.errors.unknown });
    if (!hasIdentity(file, pasted)) missing.push({ field: 'identity', message: text.errors.noIdentity });
    if (missing.length > 0) return view.showFaults(missing);
    view.showRunning(text.reading);
    progress = nothingYet;
    const running = startRun({
      onProgress: (now) => {
        progress = now;
        view.showProgress(now, begun?.total ?? 0);
      },
      onInterrupted: (why) => view.showInterruption(why),
    });
    run = running;
    const identity = await identityIn(file, pasted);
    const fault = await running.readIdentity(identity, passphrase.value, recipients);
    if (fault !== undefined) return stopWith([faultOf(fault)]);
    const asked = await askExport(form);
    if (asked.outcome === 'faulty') return stopWith(asked.errors);
    if (asked.outcome !== 'begun') return stopWith([{ field: 'start', message: text.errors[asked.outcome] }]);
    // Cancelled in the meantime: then the log says so, too.
    if (run !== running) return void (await tellEnd(asked.begun, 'stopped', nothingYet));
    begun = asked.begun;
    view.showGoingOn();
    const finished = await running.run(
      { campaign, format: chosen, fields: begun.fields, purpose: begun.purpose },
      begun.rows,
    );
    const name = exportFileName(campaign, chosen, Date.now() / 1000);
    saveFile(finished.file, name);
    // Before its end is told: whoever cancels now, or leaves, has the file, and the log must not say that it was stopped.
    const done = begun;
    letGo();
    forget();
    const logged = await tellEnd(done, 'done', finished.progress);
    view.showDone(finished.progress, name, logged);
  };

  const stopWith = (faults: readonly FieldFault[]): void => {
    letGo();
    view.showFaults(faults);
  };

  /** Nothing of the identity stays on a page that somebody else may see. */
  const forget = (): void => {
    file.value = '';
    pasted.value = '';
    passphrase.value = '';
  };

  const cancel = async (): Promise<void> => {
    if (run === undefined) return;
    const stopped = begun;
    letGo();
    forget();
    view.showFaults([]);
    stoppedLine.textContent = text.stopped;
    only(page, '#start', HTMLElement).focus();
    if (stopped !== undefined) await tellEnd(stopped, 'stopped', progress);
  };

  /** A bug, or a browser that cannot do this: nobody should wait for a file that never comes. */
  const broken = (): void => stopWith([{ field: 'start', message: text.errors.broken }]);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    stoppedLine.textContent = '';
    if (run === undefined) exportNow().catch(broken);
  });
  only(page, '[data-act="cancel"]', HTMLElement).addEventListener('click', () => void cancel());
  only(page, '[data-act="go-on"]', HTMLElement).addEventListener('click', () => {
    view.showGoingOn();
    run?.goOn();
  });
  only(page, '[data-act="again"]', HTMLElement).addEventListener('click', () => {
    view.showForm();
    purpose.focus();
  });
  addEventListener('beforeunload', (event) => {
    if (begun !== undefined) event.preventDefault();
  });
  addEventListener('pagehide', () => {
    if (begun !== undefined) tellStopped(begun, progress);
    letGo();
    forget();
    view.showForm();
  });
  offerWords(page, purpose);
  page.hidden = false;
  for (const note of document.querySelectorAll<HTMLElement>('[data-without-script]')) note.hidden = true;
}

const nothingYet: Progress = { rows: 0, written: 0, leftOut: {}, unopened: [] };

const hasIdentity = ({ files }: HTMLInputElement, { value }: HTMLTextAreaElement): boolean =>
  value.trim() !== '' || (files?.length ?? 0) > 0;

/** What was pasted wins over a file that was chosen before. */
async function identityIn(
  { files }: HTMLInputElement,
  { value }: HTMLTextAreaElement,
): Promise<Uint8Array<ArrayBuffer>> {
  if (value.trim() !== '') return new TextEncoder().encode(value);
  return new Uint8Array((await files?.[0]?.arrayBuffer()) ?? new ArrayBuffer());
}

function faultOf(fault: IdentityFault): FieldFault {
  if (fault.kind === 'no-passphrase') return { field: 'passphrase', message: text.errors.noPassphrase };
  if (fault.kind === 'foreign') return { field: 'identity', message: text.errors.foreign };
  return { field: fault.field, message: fault.message };
}

/** Only a purpose that is none of ours needs words. */
function offerWords(page: HTMLElement, purpose: HTMLSelectElement): void {
  const words = only(page, '[data-words]', HTMLElement);
  const offer = (): void => void (words.hidden = purpose.value !== 'other');
  purpose.addEventListener('change', offer);
  offer();
}
