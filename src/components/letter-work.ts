import { beginWork } from '../browser/begin-work.ts';

/** A letter takes longer to write than the work for it. */
const form = document.querySelector<HTMLFormElement>('form.letter');
if (form) beginWork(form);
