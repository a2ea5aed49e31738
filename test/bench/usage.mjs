// Preloaded into a measured process: writes what it used to the file that USAGE_FILE names.
import { writeFileSync } from 'node:fs';

const start = process.hrtime.bigint();
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  if (process.env.USAGE_FILE)
    writeFileSync(
      process.env.USAGE_FILE,
      JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024, wallMs }),
    );
});
