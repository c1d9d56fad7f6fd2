import { readFileSync } from 'node:fs';

/** `node --import` this: the process then says on stderr how much memory it held at the most. */
process.on('exit', () => {
  process.stderr.write(`peak memory ${peakKilobytes()} kB\n`);
});

/** On Linux `maxRSS` begins with the most that the parent ever held. */
function peakKilobytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
