// `npm run check`: its four tools, two at a time; each tells what it found once it has ended.
import { spawn } from 'node:child_process';

/** The longest first. */
const waiting = ['types', 'format', 'lint', 'dead-code'];

/** npm's own file, run by Node: Windows starts no `npm.cmd` without a shell. */
const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('Run it as: npm run check');

await Promise.all([work(), work()]);

async function work() {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) await run(script);
}

function run(script) {
  return new Promise((resolve) => {
    const tool = spawn(process.execPath, [npm, 'run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [tool.stdout, tool.stderr]) stream.setEncoding('utf8').on('data', (part) => (output += part));
    tool.on('close', (code) => {
      process.stdout.write(`\n> ${script}${code === 0 ? '' : ' FAILED'}\n${output}`);
      if (code !== 0) process.exitCode = 1;
      resolve();
    });
  });
}
