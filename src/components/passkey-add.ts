import { knowsPasskeys, post, tell } from './passkey-talk.ts';

/** Adds a passkey: the device makes it, and the server is told its public half. */
const form = document.querySelector<HTMLFormElement>('[data-passkey-add]');
const button = form?.querySelector('button');

if (form && knowsPasskeys()) form.hidden = false;
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (button) button.disabled = true;
  tell(form, '');
  add(form)
    .catch(() => tell(form, form.dataset.failed))
    .finally(() => {
      if (button) button.disabled = false;
    });
});

async function add(shown: HTMLFormElement): Promise<void> {
  const typed = Object.fromEntries(new FormData(shown));
  const asked = await post('/organize/passkeys/add/ask', typed);
  if (!asked.ok) return tell(shown, asked.message);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    asked.body as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const credential = await navigator.credentials.create({ publicKey }).catch(() => null);
  if (!(credential instanceof PublicKeyCredential)) return tell(shown, shown.dataset.cancelled);
  const added = await post('/organize/passkeys/add', { name: typed.name, response: credential.toJSON() });
  if (!added.ok) return tell(shown, added.message);
  location.assign(String(added.body.next));
}
