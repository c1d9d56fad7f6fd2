/** Pages are the same for everybody: by which code somebody came, their links to our other pages learn here. */
const source = new URLSearchParams(location.search).get('source');
if (source !== null)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a[hreflang], a[data-more]')) {
    const onward = new URL(link.href);
    onward.searchParams.set('source', source);
    link.href = onward.href;
  }

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
        .catch((error: unknown) => {
          // Whoever closes the sheet has changed their mind. Where there is none after all, the address can be copied.
          if (!(error instanceof DOMException && error.name === 'AbortError')) field?.select();
        });
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
