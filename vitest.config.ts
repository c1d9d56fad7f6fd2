import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { keepCompiled } from './tests/support/keep-compiled.ts';

keepCompiled();

const second = 1000;
const minute = 60 * second;

/** As many as Vitest starts by itself, but two at least: while one waits for a clock, a mail or a disk, the other goes on. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/**
 * `tests/<name>/`. Groups run one after another, so that the quick tests speak first. Patience is for a busy machine:
 * tests that ask how long something takes measure it themselves.
 */
const project = (name: string, groupOrder: number, { isolate = true, patience = 30 * second } = {}) => ({
  test: {
    name,
    isolate,
    include: [`tests/${name}/**/*.test.ts`],
    exclude: ['**/*.postgres.test.ts'],
    sequence: { groupOrder },
    testTimeout: patience,
    hookTimeout: patience,
    // What is looked at until it comes: a second, by itself, is what a page's count may be old.
    expect: { poll: { timeout: 10 * second } },
  },
});

/**
 * For tests that start no server and change nothing that others see: a process reads our code once and not for each file,
 * which is half the work of the store's tests.
 */
const together = { isolate: false };
const patient = { patience: minute };

/** The same tests once more, on PostgreSQL; but those that ask how SQLite does it. */
const onPostgres = ({ test }: ReturnType<typeof project>, include = test.include): TestProjectConfiguration => ({
  test: {
    ...test,
    name: `${test.name} on PostgreSQL`,
    include,
    exclude: ['**/*.sqlite.test.ts'],
    globalSetup: 'tests/support/postgres-setup.ts',
    setupFiles: 'tests/support/postgres-worker.ts',
  },
});

/** Between them they go through every table; the others would tell the same story again. */
const alsoOnPostgres = [
  'tests/server/{sign,letter,your-data,organizer-sign-in,organizer-restore,hostile-forms,hostile-addresses}.test.ts',
  'tests/server/*.postgres.test.ts',
];

export default defineConfig({
  test: {
    /** Processes, not threads: native modules and `process.env` are then each worker's own. */
    pool: 'forks',
    maxWorkers,
    globalSetup: 'tests/support/build.ts',
    restoreMocks: true,
    projects: [
      project('unit', 0, together),
      project('store', 1, together),
      onPostgres(project('store', 1, together)),
      project('server', 2, patient),
      onPostgres(project('server', 2, patient), alsoOnPostgres),
      // Among the servers and not after them: its longest file would run alone.
      project('faults', 2, patient),
    ],
  },
});
