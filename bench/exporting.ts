import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { besideFloor, turns, type Figure, type Turn } from './figure.ts';
import { runCommand, type Measured } from './run-command.ts';

const signatures = 100_000;

const formats = ['csv', 'jsonl', 'xlsx'] as const;
type Format = (typeof formats)[number];

/** How long it takes to open and export 100,000 sealed signatures, and the memory that it takes. */
export async function exporting(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'campaign-kit-bench-'));
  try {
    await runCommand(dataDir, ['src/cli/main.ts', 'seed', 'social-credit', '--signatures', String(signatures)]);
    const bare: Measured[] = [];
    const exported: Record<Format, Measured[]> = { csv: [], jsonl: [], xlsx: [] };
    const out = join(dataDir, 'out');
    for (let turn = 0; turn < turns; turn++) {
      for (const format of formats)
        exported[format].push(
          await runCommand(dataDir, [
            'src/cli/main.ts',
            'export',
            'social-credit',
            '--format',
            format,
            '--out',
            out,
            '--force',
          ]),
        );
      bare.push(await runCommand(dataDir, ['bench/bare-cursor.ts', join(dataDir, 'campaign.db'), out]));
    }
    return formats.flatMap((format) => figuresOf(format, exported[format], bare));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function figuresOf(format: Format, exported: Measured[], bare: Measured[]): Figure[] {
  const turnsOf = (what: keyof Measured): Turn[] =>
    exported.map((measured, at) => ({ value: measured[what], floor: bare[at]?.[what] ?? Number.NaN }));
  return [
    besideFloor(
      {
        name: `export of 100,000 sealed signatures as ${format}`,
        unit: 's',
        floorIs: 'a bare cursor over the same rows, sealed as they are',
        goal: { of: 'value', is: 'at most', than: 10 },
      },
      turnsOf('seconds'),
    ),
    besideFloor(
      {
        name: `memory of that export as ${format}`,
        unit: 'MB',
        floorIs: 'the bare cursor’s process',
        goal: { of: 'value', is: 'at most', than: 300 },
      },
      turnsOf('megabytes'),
    ),
  ];
}
