/**
 * How the server's Node keeps house (docs/decisions/043-how-much-memory.md): it tidies up earlier than by itself, which takes the machine's
 * whole memory for its own.
 */
export const serverFlags = ['--max-semi-space-size=4', '--heap-growing-percent=30'];
