/** `node --import` this: the process then says on stderr how much memory it held at the most. */
process.on('exit', () => {
  process.stderr.write(`peak memory ${process.resourceUsage().maxRSS} kB\n`);
});
