/** How long this process computes for something, however busy the machine is with others. */
export async function cpuSeconds(act: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
