import { expect, test } from 'vitest';
import { aServer } from '../support/a-server.ts';
import { runCommand } from '../support/run-command.ts';

test('an organizer sees before the launch when letters would arrive', async () => {
  const server = await aServer();
  const simulate = (...args: string[]) => runCommand(server, 'letters', 'simulate', 'social-credit', ...args);
  try {
    const told = await simulate('--writers', '2000');
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout).toMatch(/^2,000 writers: the last letter is delivered by \w+day .* UTC; half of them by /);
    expect(told.stdout).toContain('█');
    expect(told.stdout).not.toContain('\u001B');

    const json = JSON.parse((await simulate('--writers', '20', '--each', 'all', '--at-once', '--json')).stdout) as {
      letters: number;
      hours: { at: string; written: number }[];
    };
    expect(json.letters % 20).toBe(0);
    expect(json.letters).toBeGreaterThan(20);
    expect(json.hours[0]).toMatchObject({ written: json.letters, at: expect.stringMatching(/:00:00Z$/) as string });
  } finally {
    await server.stop();
  }
});

test('whoever mistypes the call is told what is right', async () => {
  const server = await aServer();
  const letters = (...args: string[]) => runCommand(server, 'letters', ...args);
  try {
    expect(await letters()).toMatchObject({ code: 2, stderr: expect.stringContaining('letters simulate') as string });
    expect(await letters('simulate')).toMatchObject({ code: 2 });
    expect(await letters('simulate', 'nowhere')).toMatchObject({ code: 1 });
    expect(await letters('simulate', 'social-credit', '--writers', 'many')).toMatchObject({ code: 2 });
    expect(await letters('simulate', 'social-credit', '--country', 'Britain')).toMatchObject({ code: 2 });
    expect(await letters('simulate', 'social-credit', '--each', '0')).toMatchObject({ code: 2 });
  } finally {
    await server.stop();
  }
});
