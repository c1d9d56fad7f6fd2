/** Decides without leaving the page, and by single keys. Without this script each button is a form post of its own. */
const page = document.querySelector<HTMLElement>('[data-names]');
const said = page?.querySelector<HTMLElement>('[data-said]');
const keys = page?.querySelector<HTMLInputElement>('[data-keys] input');
const remembered = 'names-queue-keys';
let busy = false;

if (page && keys) {
  page.querySelector('[data-keys]')?.removeAttribute('hidden');
  keys.checked = wanted();
  keys.addEventListener('change', () => remember(keys.checked));
  offerTickAll();
  page.addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (!busy) decide(target, submitter).catch(() => sendPlainly(target, submitter));
  });
  page.addEventListener('keydown', (event) => {
    if (keys.checked && !event.ctrlKey && !event.metaKey && !event.altKey && press(event.key)) event.preventDefault();
  });
}

/** Browsers that keep nothing say so with an error; then it is asked for each time. */
function wanted(): boolean {
  try {
    return localStorage.getItem(remembered) !== 'off';
  } catch {
    return true;
  }
}

function remember(on: boolean): void {
  try {
    localStorage.setItem(remembered, on ? 'on' : 'off');
  } catch {
    // It holds until the page is left.
  }
}

const rows = (): HTMLElement[] => [...(page?.querySelectorAll<HTMLElement>('[data-name]') ?? [])];
const ticks = (): HTMLInputElement[] => [...(page?.querySelectorAll<HTMLInputElement>('input[name="name"]') ?? [])];
const focused = (): number => rows().findIndex((row) => row.contains(document.activeElement));

/** @returns whether the key meant something; nothing does while no name has the focus */
function press(key: string): boolean {
  const at = focused();
  const row = rows()[at];
  if (row === undefined) return false;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[key];
  const act = { a: 'approve', h: 'hide' }[key];
  if (step !== undefined) focusRow(at + step);
  else if (act !== undefined) row.querySelector<HTMLButtonElement>(`button[name="${act}"]`)?.click();
  return step !== undefined || act !== undefined;
}

function focusRow(at: number): void {
  const all = rows();
  all[Math.max(0, Math.min(at, all.length - 1))]?.querySelector<HTMLInputElement>('input[name="name"]')?.focus();
}

/** Puts the answer's queue in place of this one; focus and ticks stay where they were. */
async function decide(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  busy = true;
  try {
    const at = focused();
    const ticked = new Set(ticks().flatMap(({ checked, value }) => (checked ? [value] : [])));
    const fields = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    const body = new URLSearchParams([...fields, [button.name, button.value]]);
    const answer = await fetch(form.action, { method: 'POST', body });
    const shown = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const queue = shown.querySelector('[data-queue]');
    if (queue === null) throw new Error('the answer is another page');
    page?.querySelector('[data-queue]')?.replaceWith(queue);
    document.title = shown.title;
    say(shown.querySelector('[data-said]')?.textContent.trim() ?? '');
    if (answer.ok) history.replaceState(null, '', answer.url);
    for (const tick of ticks()) tick.checked = ticked.has(tick.value);
    offerTickAll();
    const summary = page?.querySelector<HTMLElement>('[data-error-summary]:not([hidden])');
    if (summary) summary.focus();
    else if (at >= 0 && rows().length > 0) focusRow(at);
    else said?.focus();
  } finally {
    busy = false;
  }
}

/** Emptied first: what reads the page aloud says the same words a second time only if they were gone. */
function say(text: string): void {
  if (!said) return;
  said.textContent = '';
  requestAnimationFrame(() => (said.textContent = text));
}

/** What a browser does by itself; the button's name and value have to come along. */
function sendPlainly(form: HTMLFormElement, { name, value }: HTMLButtonElement): void {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  form.append(field);
  form.submit();
}

function offerTickAll(): void {
  const offer = page?.querySelector<HTMLElement>('[data-tick-all]');
  offer?.removeAttribute('hidden');
  const all = offer?.querySelector('input');
  all?.addEventListener('change', () => ticks().forEach((tick) => (tick.checked = all.checked)));
}
