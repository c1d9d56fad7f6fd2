import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const second = 1000;

/** `tests/<name>/`. Groups run one after another, so that the quick tests speak first. */
const project = (name: string, groupOrder: number, patience = 5 * second): TestProjectConfiguration => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    sequence: { groupOrder },
    testTimeout: patience,
    hookTimeout: Math.max(patience, 10 * second),
  },
});

export default defineConfig({
  test: {
    /** Processes, not threads: native modules and `process.env` are then each test file's own. */
    pool: 'forks',
    globalSetup: 'tests/support/build.ts',
    restoreMocks: true,
    projects: [
      project('unit', 0),
      project('store', 1),
      project('server', 2, 30 * second),
      project('faults', 3, 60 * second),
    ],
  },
});
