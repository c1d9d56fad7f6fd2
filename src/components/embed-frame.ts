import { beginWork } from '../browser/begin-work.ts';

/** In a frame on somebody else's page: tells that page how high it is, and works for the form while it is filled in. It stores nothing. */
const form = document.querySelector<HTMLFormElement>('form[data-embedded]');
if (form) {
  const work = beginWork(form);
  // What was sent is used. The form stays, its answer is in another tab.
  form.addEventListener('submit', () => setTimeout(() => work.again()));
}

/** To whichever page it is: a height is no secret. */
new ResizeObserver(() => {
  const campaignHeight = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ campaignHeight }, '*');
}).observe(document.documentElement);
