import { showFaults, type FieldFault } from '../browser/show-faults.ts';

/** Sends the sign form as JSON, so that mistakes show without a page load. Everything else stays a form post. */
const form = document.querySelector<HTMLFormElement>('form[data-api]');
const button = form?.querySelector('button');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (button) button.disabled = true;
  send(form)
    .catch(() => form.submit())
    .finally(() => {
      if (button) button.disabled = false;
    });
});

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
  const doubted = sent.querySelector('.meant:not(:empty)') !== null;
  if (response.status === 202) location.assign(doubted ? `${next}#mistyped` : next);
  else if (response.status === 422) showFaults(sent, ((await response.json()) as { errors: FieldFault[] }).errors);
  else sent.submit();
}
