/** A mistake in a field of a form. `field` is the id of what it is about. */
export interface FieldFault {
  field: string;
  /** A sentence that says what to do. */
  message: string;
}

/**
 * Shows mistakes as a page that came back with them would: above the form with a link to each field, and at the fields. No mistakes takes
 * earlier ones away.
 */
export function showFaults(form: HTMLElement, faults: readonly FieldFault[]): void {
  for (const line of form.querySelectorAll<HTMLElement>('.error')) showFault(form, line, faults);
  const summary = form.querySelector<HTMLElement>('[data-error-summary]');
  summary?.querySelector('ul')?.replaceChildren(...faults.map(summaryLine));
  summary?.toggleAttribute('hidden', faults.length === 0);
  prefixTitle(summary?.dataset.errorSummary ?? '', faults.length > 0);
  if (faults.length > 0) summary?.focus();
}

/** The title is what a screen reader says first (govuk-frontend). */
function prefixTitle(prefix: string, faulty: boolean): void {
  if (prefix === '') return;
  const title = document.title.startsWith(`${prefix} `) ? document.title.slice(prefix.length + 1) : document.title;
  document.title = faulty ? `${prefix} ${title}` : title;
}

function showFault(form: HTMLElement, line: HTMLElement, faults: readonly FieldFault[]): void {
  const id = line.id.replace(/-error$/, '');
  const message = faults.find(({ field }) => field === id)?.message ?? '';
  line.textContent = message;
  line.hidden = message === '';
  const field = form.querySelector(`#${id}`);
  const described = (field?.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((part) => part && part !== line.id);
  if (message) described.push(line.id);
  toggle(field, 'aria-describedby', described.join(' '));
  // A group of checkboxes cannot be invalid itself.
  if (field?.matches('input, select, textarea') === true) toggle(field, 'aria-invalid', message && 'true');
}

function toggle(element: Element | null, attribute: string, value: string): void {
  if (value) element?.setAttribute(attribute, value);
  else element?.removeAttribute(attribute);
}

function summaryLine({ field, message }: FieldFault): HTMLLIElement {
  const link = document.createElement('a');
  link.href = `#${field}`;
  link.textContent = message;
  const item = document.createElement('li');
  item.append(link);
  return item;
}
