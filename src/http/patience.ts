/** How long we wait for others, in milliseconds. */
export interface Patience {
  /** For the head of a request, from its first byte or from the connection's begin. */
  head: number;
  /** For head and body: 64 kB over a phone at the edge of its network. */
  request: number;
  /** For the next request on a connection. */
  idle: number;
  /** For a piece of an answer to be taken. */
  reader: number;
  /** How often slow ones are looked for. */
  look: number;
}

/** Proxies keep connections to us for one or two minutes. Were we the first to close, a form could just be on its way, and nobody sends it a second time. */
export const usualPatience = (behindProxy: boolean): Patience => ({
  head: 10_000,
  request: 30_000,
  idle: behindProxy ? 130_000 : 5000,
  reader: 60_000,
  look: 2000,
});
