import type { FieldError } from '../views.ts';

/** Sends the sign form as JSON, so that mistakes show without a page load. Everything else stays a form post. */
const form = document.querySelector<HTMLFormElement>('form[data-api]');
const summary = form?.querySelector<HTMLElement>('[data-error-summary]');
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
  if (response.status === 202) location.assign(next);
  else if (response.status === 422) showErrors(sent, ((await response.json()) as { errors: FieldError[] }).errors);
  else sent.submit();
}

function showErrors(sent: HTMLFormElement, errors: FieldError[]): void {
  for (const line of sent.querySelectorAll<HTMLElement>('.error')) showError(sent, line, errors);
  summary?.querySelector('ul')?.replaceChildren(...errors.map(summaryLine));
  summary?.removeAttribute('hidden');
  summary?.focus();
}

function showError(sent: HTMLFormElement, line: HTMLElement, errors: FieldError[]): void {
  const id = line.id.replace(/-error$/, '');
  const message = errors.find(({ field }) => field === id)?.message ?? '';
  line.textContent = message;
  line.hidden = message === '';
  const field = sent.querySelector(`#${id}`);
  const described = (field?.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((part) => part && part !== line.id);
  if (message) described.push(line.id);
  toggle(field, 'aria-describedby', described.join(' '));
  toggle(field, 'aria-invalid', message && 'true');
}

function toggle(element: Element | null, attribute: string, value: string): void {
  if (value) element?.setAttribute(attribute, value);
  else element?.removeAttribute(attribute);
}

function summaryLine({ field, message }: FieldError): HTMLLIElement {
  const link = document.createElement('a');
  link.href = `#${field}`;
  link.textContent = message;
  const item = document.createElement('li');
  item.append(link);
  return item;
}
