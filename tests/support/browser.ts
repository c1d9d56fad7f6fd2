import { chromium, type LaunchOptions } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a browser comes from. `TEST_BROWSER` chooses one; else the first that is there. */
const sources = { playwright: playwrightBrowser, system: systemBrowser, npm: npmBrowser };

/**
 * How to launch a Chromium, on any machine with npm: docs/decisions/009-browsers-for-tests.md.
 * @throws when there is none, or not the one that `TEST_BROWSER` names
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const wanted = process.env.TEST_BROWSER;
  for (const [name, find] of Object.entries(sources)) {
    if (wanted && wanted !== name) continue;
    const options = await find();
    if (options) return { args: quiet, ...options };
  }
  throw new Error(
    `No browser for the tests${wanted ? ` by TEST_BROWSER=${wanted} (playwright, system or npm)` : ''}. ` +
      'Install Chromium, or run: npx playwright install chromium',
  );
}

/** Beyond Playwright's own switches: no host but this machine has an address, so nothing leaves it. */
const quiet = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
  '--disable-domain-reliability',
  '--disable-quic',
  '--no-pings',
];

/** Chromium refuses its sandbox to root. */
const isRoot = process.getuid?.() === 0;

function playwrightBrowser(): LaunchOptions | undefined {
  return existsSync(chromium.executablePath()) ? { chromiumSandbox: !isRoot } : undefined;
}

function systemBrowser(): LaunchOptions | undefined {
  const executablePath = ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
  return executablePath ? { executablePath, chromiumSandbox: !isRoot } : undefined;
}

/** The Chromium inside an npm package: for Linux on x64, with the libraries that a bare Debian lacks. */
async function npmBrowser(): Promise<LaunchOptions | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await unpackOnce();
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH];
  return {
    executablePath: join(folder, 'chromium'),
    /** It brings no sandbox helper, and not every kernel lets it do without. */
    chromiumSandbox: false,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** The machine's own fonts, if it has any, and the package's: without a single font Chromium dies at the first letter. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The folder with the npm package's browser; unpacked once for each version (two seconds, 300 MB). It is filled
 * under another name and then renamed: two at once, or one that is killed, leave nothing by halves.
 */
async function unpackOnce(): Promise<string> {
  const bin = fileURLToPath(new URL('../bin', import.meta.resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(bin, '../package.json'), 'utf8')) as { version: string };
  const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  await mkdir(cache, { recursive: true });
  const filling = await mkdtemp(join(cache, 'chromium-'));
  await unpackInto(filling, bin);
  await writeFile(join(filling, 'fonts.conf'), fontSettings);
  await rename(filling, folder).catch(async (error: unknown) => {
    await rm(filling, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

/** The package knows one place to unpack to, the temporary folder; so for a moment that is ours. */
async function unpackInto(folder: string, bin: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    await Promise.all([packed.executablePath(bin), inflate(join(bin, 'al2023.tar.br'))]);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
