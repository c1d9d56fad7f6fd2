import { fileURLToPath } from 'node:url';

/**
 * Many test files run in a process of their own, and many start commands: they all keep what Node made of the code
 * where `npx campaign` keeps it (bin/project-node.mjs), and take it from there.
 */
export function keepCompiled(): void {
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
    new URL('../../node_modules/.cache/campaign-kit/compiled', import.meta.url),
  );
}
