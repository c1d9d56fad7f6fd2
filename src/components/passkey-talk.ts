/** Whether this browser can turn JSON into what a device is asked, and back. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Posts JSON. `message` is what to tell somebody where it was refused. */
export async function post(
  path: string,
  body: object,
): Promise<{ ok: boolean; body: Record<string, unknown>; message: string }> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  return { ok: response.ok, body: answer, message: typeof answer.message === 'string' ? answer.message : '' };
}

/** Says it where screen readers hear it. */
export function tell(place: HTMLElement, message: string | undefined): void {
  const said = place.querySelector('[role=alert]');
  if (said) said.textContent = message ?? '';
}
