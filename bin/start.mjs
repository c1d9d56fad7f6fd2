// `npm start`
import './link-node.mjs';
import { runInProjectNode } from './project-node.mjs';
import { serverEnvironment, serverFlags } from './server-flags.mjs';

/** How soon the server notices that npm was stopped, in milliseconds. */
const shellCheckMilliseconds = 500;

// Whoever stops npm means the server, but npm tells only its shell, which dies without a word to us.
if (process.env.npm_lifecycle_event === 'start') {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, shellCheckMilliseconds).unref();
}

await runInProjectNode(new URL('../src/cli/start.ts', import.meta.url), serverFlags, serverEnvironment);
