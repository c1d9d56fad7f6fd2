import { createServer, type AddressInfo } from 'node:net';

/** A mail server that takes a connection and says nothing: delivery waits for it, and takes no time from what is measured. */
export async function aSilence(): Promise<{ url: string; close(): void }> {
  const server = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, close: () => void server.close() };
}
