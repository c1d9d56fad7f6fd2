import type { Server, Socket } from 'node:net';

/**
 * Cuts whoever does not take a piece of an answer in time: so one who reads nothing, and one who reads a byte now and then. What fits
 * into the network's own buffers has been taken already.
 * @param look how often, in milliseconds
 * @returns stops looking
 */
export function cutSlowReaders(server: Server, patience: number, look: number): () => void {
  const open = new Set<Socket>();
  const waiting = new Map<Socket, { taken: number; since: number }>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      waiting.delete(socket);
    });
  });

  function lookAt(socket: Socket, now: number): void {
    const unsent = socket.writableLength;
    if (unsent === 0) return void waiting.delete(socket);
    const taken = socket.bytesWritten - unsent;
    const known = waiting.get(socket);
    if (known?.taken !== taken) waiting.set(socket, { taken, since: now });
    else if (now - known.since > patience) socket.destroy();
  }

  const timer = setInterval(() => {
    const now = performance.now();
    for (const socket of open) lookAt(socket, now);
  }, look).unref();
  return () => clearInterval(timer);
}
