import { linkIn, type TestServer } from './a-server.ts';
import { aSignature } from './a-signature.ts';

/** Somebody signs on the page and presses the button. @returns where that led them */
export async function signAndConfirm(
  server: TestServer,
  email: string,
  changes: Record<string, string> = {},
): Promise<string> {
  await server.post('/social-credit/sign', aSignature({ email, ...changes }));
  const [mail] = await server.mailsTo(email);
  const answer = await server.post(linkIn(mail!), {});
  return answer.headers.get('Location') ?? '';
}
