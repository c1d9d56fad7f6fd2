import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './tests/support/browser.ts';
import { keepCompiled } from './tests/support/keep-compiled.ts';

keepCompiled();

/** Every story runs twice: nothing may need JavaScript. */
export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/support/build.ts',
  outputDir: 'test-results',
  /** A story has a dozen pages, each read by axe, on a slow machine. */
  timeout: 120_000,
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: await findBrowser(),
    screenshot: 'only-on-failure',
    timezoneId: 'UTC',
    locale: 'en-GB',
  },
  projects: [
    { name: 'with-javascript', use: { javaScriptEnabled: true } },
    { name: 'without-javascript', use: { javaScriptEnabled: false } },
  ],
});
