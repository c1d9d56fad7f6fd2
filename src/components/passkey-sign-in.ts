import { knowsPasskeys, post, tell } from './passkey-talk.ts';

/** Signs in by a passkey, in place of handle, password and code. */
const place = document.querySelector<HTMLElement>('[data-passkey-sign-in]');
const button = place?.querySelector('button');

if (place && knowsPasskeys()) place.hidden = false;
button?.addEventListener('click', () => {
  if (!place) return;
  button.disabled = true;
  tell(place, '');
  signIn(place)
    .catch(() => tell(place, place.dataset.failed))
    .finally(() => {
      button.disabled = false;
    });
});

async function signIn(shown: HTMLElement): Promise<void> {
  const asked = await post('/organize/passkeys/ask', {});
  if (!asked.ok) return tell(shown, asked.message);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    asked.body as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const credential = await navigator.credentials.get({ publicKey }).catch(() => null);
  if (!(credential instanceof PublicKeyCredential)) return tell(shown, shown.dataset.cancelled);
  const answered = await post('/organize/passkeys/sign-in', { response: credential.toJSON() });
  if (!answered.ok) return tell(shown, answered.message);
  location.assign(String(answered.body.next));
}
