// A process that keeps answers as fast as it can: `cache-process.ts <root> <name> <count> [libsql]`. It says when it begins.
import { libsqlDriver } from '../../src/store/libsql-driver.ts';
import { openResponseCache } from '../../src/store/open-response-cache.ts';
import { keeping } from './keeping.ts';
import { realClock } from './real-clock.ts';

const [root = '', name = '', count = '0', driver = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const drivers = driver === 'libsql' ? { node: () => undefined, libsql: libsqlDriver } : undefined;
  const cache = await openResponseCache({ root, clock: realClock, redact: (text) => text, say, drivers });
  for (let index = 0; index < Number(count); index++) {
    cache!.keep(keeping(`${name}-${index}`, { text: `${name}-${index} `.repeat(200) }));
    if (index === 300) say('begun');
    if (index % 50 === 0) await realClock.sleep(0);
  }
  await cache!.close();
  say('done');
}

void main();
