import { meantDomain } from '../domain/meant-domain.ts';

/** Asks below an address that looks mistyped which one was meant. One press mends it, and whoever ignores it is kept from nothing. */
for (const hint of document.querySelectorAll<HTMLElement>('.meant')) {
  const field = hint.previousElementSibling?.querySelector('input');
  if (!field) continue;
  const show = (): void => ask(hint, field);
  // Not while somebody types: half an address always looks mistyped. And not while they press a button, which would move away from under
  // the press: whoever goes from the address straight to “Sign” signs.
  field.addEventListener('change', () => {
    if (document.querySelector(':active') === null) show();
    else addEventListener('mouseup', () => setTimeout(show), { once: true });
  });
  show();
}

function ask(hint: HTMLElement, field: HTMLInputElement): void {
  hint.replaceChildren();
  const typed = field.value.trim();
  const domain = typed.slice(typed.lastIndexOf('@') + 1);
  const meant = typed.includes('@') && meantDomain(domain.toLowerCase());
  if (!meant) return;
  const address = typed.slice(0, -domain.length) + meant;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button quiet';
  button.textContent = hint.dataset.mend ?? '';
  button.addEventListener('click', () => {
    field.value = address;
    hint.replaceChildren();
    field.focus();
  });
  hint.append(hint.dataset.says?.replace('{address}', () => address) ?? '', ' ', button);
}
