import { templateTenths } from '../domain/template-share.ts';

/** Says beside the letter, while it is written, how much of it is the template's. */
const measure = document.querySelector<HTMLElement>('[data-template]');
const field = document.querySelector<HTMLTextAreaElement>('form.letter textarea');

/** A pause in writing: nobody is interrupted within a sentence, and screen readers hear it after what was typed. */
const pauseMilliseconds = 1000;
let pause: ReturnType<typeof setTimeout> | undefined;

field?.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(show, pauseMilliseconds);
});
// And not at once: until then browsers put back what was typed before somebody went away from the page.
addEventListener('pageshow', show);

function show(): void {
  if (!measure || !field) return;
  measure.hidden = field.value.trim() === '';
  if (measure.hidden) return;
  const { template = '', says = '[]' } = measure.dataset;
  const tenths = templateTenths(field.value, template);
  const meter = measure.querySelector('meter');
  const said = measure.querySelector('p');
  const sentence = (JSON.parse(says) as string[])[tenths] ?? '';
  if (meter) meter.value = 10 - tenths;
  // What stays as it is is not read out again.
  if (said && said.textContent.trim() !== sentence) said.textContent = sentence;
}
