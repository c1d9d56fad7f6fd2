/**
 * How the server's Node keeps house (docs/decisions/043-how-much-memory.md): it tidies up earlier than by itself, which takes the machine's
 * whole memory for its own.
 */
export const serverFlags = ['--max-semi-space-size=8', '--heap-growing-percent=30'];

/** glibc keeps what threads let go of in a store for each, of which there are eight for each processor. Others do not know the word. */
export const serverEnvironment = { MALLOC_ARENA_MAX: '2' };
