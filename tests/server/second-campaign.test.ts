import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';
import { aSignature } from '../support/a-signature.ts';
import { freePort } from '../support/free-port.ts';

/** A copy of the project that may be changed: an organizer's own. */
let project: string;
let running: ChildProcess | undefined;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'campaign-kit-project-'));
  for (const name of [
    'src',
    'public',
    'templates',
    'bin',
    'astro.config.mjs',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ])
    cpSync(join(projectRoot, name), join(project, name), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(project, 'node_modules'));
});
afterEach(() => stop());
afterAll(() => rmSync(project, { recursive: true }));

const node = (...args: string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: project }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), out: stdout + stderr }),
    );
  });

/** `npm start`, until it prints where the site is. */
async function start(): Promise<{ url: string; milliseconds: number }> {
  const began = performance.now();
  const port = await freePort();
  const child = spawn(process.execPath, ['src/cli/start.ts'], {
    cwd: project,
    env: { ...process.env, PORT: String(port), DATA_DIR: join(project, 'data') },
  });
  running = child;
  let out = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      out += chunk.toString();
      if (out.includes('Stop with')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(out)));
  });
  return { url: `http://localhost:${port}`, milliseconds: performance.now() - began };
}

const stop = (): Promise<void> =>
  new Promise((resolve) => {
    if (running === undefined || running.exitCode !== null) {
      resolve();
      return;
    }
    running.removeAllListeners('exit');
    running.once('exit', () => resolve());
    running.kill('SIGTERM');
    running = undefined;
  });

const settings = () => join(project, 'src/content/campaigns/clean-water/campaign.yaml');
const edit = (change: (text: string) => string): void =>
  writeFileSync(settings(), change(readFileSync(settings(), 'utf8')));

test('“campaign new” makes a second campaign that people can read and sign, without a line of code', async () => {
  expect(await node('src/cli/main.ts', 'new', 'clean-water')).toMatchObject({ code: 0 });
  const { url } = await start();
  expect((await fetch(`${url}/clean-water`)).status).toBe(200);
  expect(await (await fetch(url)).text()).toContain('/clean-water');
  const headers = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(aSignature());
  const signed = await fetch(`${url}/clean-water/sign`, { method: 'POST', body, headers, redirect: 'manual' });
  expect(signed.status).toBe(303);
});

test('a second start builds nothing and is quick', async () => {
  // The quickest of three: the others tell what else the machine does.
  const times: number[] = [];
  while (times.length < 3) {
    times.push((await start()).milliseconds);
    await stop();
  }
  expect(Math.min(...times)).toBeLessThan(3000);
});

test('a closed campaign says what was reached, when it was handed over and what the answer was', async () => {
  edit(
    (text) =>
      `${text}\noutcome:\n  handedOverAt: 2026-10-01\n  handedOver: 4321\n  answer: We thank you and will look into it.\n`,
  );
  const { url } = await start();
  const page = await (await fetch(`${url}/clean-water`)).text();
  expect(page).toContain('4,321');
  expect(page).toContain('We thank you and will look into it.');
  expect(page).not.toContain('/clean-water/sign"');
  const headers = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' };
  for (const path of ['sign', 'letter']) {
    const body = new URLSearchParams(aSignature());
    expect((await fetch(`${url}/clean-water/${path}`, { method: 'POST', body, headers })).status).toBe(410);
  }
  const json = { method: 'POST', body: JSON.stringify(aSignature()), headers: { 'Content-Type': 'application/json' } };
  expect((await fetch(`${url}/api/v1/campaigns/clean-water/signatures`, json)).status).toBe(410);
});

test('a wrong setting stops the start with one readable sentence', async () => {
  edit((text) => text.replace(/^goals:[\s\S]*?(?=^\S)/m, 'goals: []\n'));
  await expect(start()).rejects.toThrow(
    /^(?:Building pages and mails …\n)?clean-water\/campaign\.yaml: goals[^\n]*\.\n$/,
  );
});
