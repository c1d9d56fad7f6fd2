import { leftOutReasons } from '../domain/left-out.ts';
import { browserExport as text } from '../strings/en/organize/browser-export.ts';
import type { Progress } from './export-file.ts';
import { showFaults, type FieldFault } from './show-faults.ts';

type Part = 'form' | 'running' | 'done';

/** What the page shows of an export. Its parts are marked with `data-part`, and lines that change with `data-line`. */
export function openView(root: HTMLElement) {
  const parts = [...root.querySelectorAll<HTMLElement>('[data-part]')];
  const line = (name: string): HTMLElement => only(root, `[data-line="${name}"]`, HTMLElement);
  const bar = only(root, 'progress', HTMLProgressElement);
  const goOn = only(root, '[data-act="go-on"]', HTMLButtonElement);
  const cancel = only(root, '[data-act="cancel"]', HTMLButtonElement);
  const form = only(root, 'form', HTMLFormElement);

  const show = (part: Part): void => {
    for (const each of parts) each.hidden = each.dataset.part !== part;
  };

  return {
    showForm: () => show('form'),
    showFaults: (faults: readonly FieldFault[]) => {
      show('form');
      showFaults(form, faults);
    },
    showRunning: (said: string) => {
      show('running');
      bar.removeAttribute('value');
      line('progress').textContent = '';
      line('said').textContent = said;
      goOn.hidden = true;
      cancel.focus();
    },
    showProgress: ({ rows }: Progress, total: number) => {
      // Some more may have come in since they were counted.
      bar.max = Math.max(total, rows, 1);
      bar.value = rows;
      line('progress').textContent = text.progress(number(rows), number(bar.max));
    },
    showInterruption: (why: keyof typeof text.interrupted) => {
      line('said').textContent = text.interrupted[why];
      goOn.hidden = why === 'refused';
      if (!goOn.hidden) goOn.focus();
    },
    showGoingOn: () => {
      line('said').textContent = text.running;
      goOn.hidden = true;
      cancel.focus();
    },
    showDone: ({ written, leftOut, unopened }: Progress, file: string, logged: boolean) => {
      show('done');
      line('written').textContent = text.done(number(written), file);
      line('not-logged').hidden = logged;
      const left = leftOutReasons.flatMap((reason) => {
        const count = leftOut[reason] ?? 0;
        return count === 0 ? [] : [text.leftOut[reason](number(count))];
      });
      if (unopened.length > 0) left.push(text.unopenedNumbers(unopened.join(', ')));
      line('left-out').hidden = left.length === 0;
      only(line('left-out'), 'ul', HTMLElement).replaceChildren(...left.map(item));
      only(root, '[data-part="done"] h2', HTMLElement).focus();
    },
  };
}

/**
 * The element of the page that its script works with.
 * @throws Error where the page and its script do not belong together
 */
export function only<Found extends HTMLElement>(root: ParentNode, selector: string, kind: new () => Found): Found {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

const number = (count: number): string => count.toLocaleString('en');

function item(said: string): HTMLLIElement {
  const line = document.createElement('li');
  line.textContent = said;
  return line;
}
