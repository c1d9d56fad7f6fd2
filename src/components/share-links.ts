/** What a device can do that a link cannot: its own sheet to share by, and its clipboard. */
for (const section of document.querySelectorAll<HTMLElement>('[data-share]')) {
  const device = section.querySelector<HTMLElement>('[data-device]');
  const copy = section.querySelector<HTMLElement>('[data-copy]');
  const field = section.querySelector('input');
  const told = section.querySelector<HTMLElement>('[data-copied]');

  /** With the code for the next hands, which the server knows; the one on the page otherwise. */
  const addressFor = (place: 'device' | 'link'): Promise<string> =>
    fetch(`${section.dataset.share}${place}`)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error('refused'))))
      .catch(() => field?.value ?? location.href);

  if (device && 'share' in navigator) {
    device.hidden = false;
    device.addEventListener('click', () => {
      addressFor('device')
        .then((url) => navigator.share({ title: section.dataset.title ?? '', url }))
        // Whoever closes the sheet has changed their mind.
        .catch(() => undefined);
    });
  }
  if (copy && field && 'clipboard' in navigator) {
    copy.hidden = false;
    copy.addEventListener('click', () => {
      addressFor('link')
        .then(async (url) => {
          field.value = url;
          await navigator.clipboard.writeText(url);
          if (told) told.textContent = told.dataset.copied ?? '';
        })
        .catch(() => field.select());
    });
  }
}
