import { beginWork } from '../browser/begin-work.ts';
import { showFaults, type FieldFault } from '../browser/show-faults.ts';

/** Sends the sign form as JSON, so that mistakes show without a page load. Everything else stays a form post. */
const form = document.querySelector<HTMLFormElement>('form[data-api]');
const button = form?.querySelector('button');
const work = form ? beginWork(form) : undefined;

/** Then it is said that something goes on … */
const noteMilliseconds = 1500;
/** … and then the form is sent without. */
const patienceMilliseconds = 15_000;

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (button) button.disabled = true;
  waitForWork(form)
    .then(() => send(form))
    .catch(() => form.submit())
    .finally(() => {
      if (button) button.disabled = false;
    });
});

/** Nearly always it was done while somebody typed. */
async function waitForWork(sent: HTMLFormElement): Promise<void> {
  const note = sent.querySelector<HTMLElement>('[data-slow]');
  const say = (text: string): void => {
    if (note) note.textContent = text;
  };
  const noting = setTimeout(() => say(note?.dataset.slow ?? ''), noteMilliseconds);
  await Promise.race([work?.done(), new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))]);
  clearTimeout(noting);
  say('');
}

async function send(sent: HTMLFormElement): Promise<void> {
  const { api = '', next = '', locale = '' } = sent.dataset;
  const values = new FormData(sent);
  const response = await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...Object.fromEntries(values),
      public: values.has('public'),
      updates: values.has('updates'),
      locale,
    }),
  });
  if (response.status === 422) return showFaults(sent, ((await response.json()) as { errors: FieldFault[] }).errors);
  // Whoever comes back to this page may sign for somebody else.
  work?.again();
  const doubted = sent.querySelector('.meant:not(:empty)') !== null;
  if (response.status === 202) location.assign(doubted ? `${next}#mistyped` : next);
  else sent.submit();
}
