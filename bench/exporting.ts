import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../src/places.ts';
import { middle, type Figure } from './figure.ts';

const signatures = 100_000;
const runs = 3;
const run = promisify(execFile);

const formats = ['csv', 'jsonl', 'xlsx'] as const;
type Format = (typeof formats)[number];

/** How long it takes to open and export 100,000 sealed signatures, and the memory that it takes. */
export async function exporting(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'campaign-kit-bench-'));
  try {
    await command(dataDir, ['src/cli/main.ts', 'seed', 'social-credit', '--signatures', String(signatures)]);
    const bare: Measured[] = [];
    const exported: Record<Format, Measured[]> = { csv: [], jsonl: [], xlsx: [] };
    const out = join(dataDir, 'out');
    for (let turn = 0; turn < runs; turn++) {
      for (const format of formats)
        exported[format].push(
          await command(dataDir, ['src/cli/main.ts', 'export', 'social-credit', '--format', format, '--out', out]),
        );
      bare.push(await command(dataDir, ['bench/bare-cursor.ts', join(dataDir, 'campaign.db'), out]));
    }
    return formats.flatMap((format) => figuresOf(format, exported[format], bare));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function figuresOf(format: Format, exported: Measured[], bare: Measured[]): Figure[] {
  const secondsOf = (of: Measured[]) => middle(of.map(({ seconds }) => seconds));
  const megabytesOf = (of: Measured[]) => middle(of.map(({ megabytes }) => megabytes));
  return [
    {
      name: `export of 100,000 sealed signatures as ${format}`,
      unit: 's',
      ...secondsOf(exported),
      floor: secondsOf(bare).value,
      floorIs: 'a bare cursor over the same rows, sealed as they are',
      goal: { of: 'value', is: 'at most', than: 10 },
    },
    {
      name: `memory of that export as ${format}`,
      unit: 'MB',
      ...megabytesOf(exported),
      floor: megabytesOf(bare).value,
      floorIs: 'the bare cursor’s process',
      goal: { of: 'value', is: 'at most', than: 300 },
    },
  ];
}

interface Measured {
  seconds: number;
  megabytes: number;
}

/** Runs one of our files in a process of its own, which tells its peak memory when it ends. */
async function command(dataDir: string, args: string[]): Promise<Measured> {
  const began = performance.now();
  const told = join(import.meta.dirname, 'tell-memory.ts');
  const { stderr } = await run(process.execPath, ['--import', told, ...args], {
    cwd: projectRoot,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  const kilobytes = Number(/^peak memory (\d+) kB$/m.exec(stderr)?.[1]);
  return { seconds: (performance.now() - began) / 1000, megabytes: kilobytes / 1024 };
}
