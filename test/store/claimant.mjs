// A process that wants a lock: says "held" or "refused", and once it holds it stays until it is ended or told to release.
const [, , module, path, from] = process.argv;
const { lockRun } = await import(module);
const clock = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
// All begin at the same moment.
while (Date.now() < Number(from));
const lock = await lockRun(path, { pid: process.pid, clock });
if ('holder' in lock) {
  process.stdout.write(`refused ${lock.holder.pid}\n`);
  process.exit(0);
}
process.stdout.write('held\n');
process.stdin.once('data', async () => {
  await lock.release();
  process.exit(0);
});
