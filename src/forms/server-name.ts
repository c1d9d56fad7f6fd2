/**
 * The name of a server as people type it: with `https://` before it or a path behind, or as a whole handle (`@sam@social.example`).
 * @returns undefined for what is none
 */
export function readServerName(typed: string): string | undefined {
  const [place = ''] = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .split(/[/?#]/, 1);
  const host = place.slice(place.lastIndexOf('@') + 1);
  if (host.length > 253 || !URL.canParse(`https://${host}`)) return undefined;
  const { host: name } = new URL(`https://${host}`);
  return serverName.test(name) ? name : undefined;
}

/** Labels of letters, digits and hyphens, the last of which is no number: no address of a machine, no port. */
const serverName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
