/** Milliseconds of processor time that a call takes: unlike time on the clock, the same on a busy machine. */
export function cpuTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
