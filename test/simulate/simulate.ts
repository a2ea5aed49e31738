// How often the gate is wrong: npm run simulate [-- --seed 20261121 --share 1 --only <words of a table>]. Writes docs/simulation.md when all is run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { find, isAtMargin } from './find.ts';
import { scenarios } from './scenarios.ts';
import { toPage } from './to-page.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261121' },
    /** Of the usual number of runs. */
    share: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const [seed, share] = [Number(values.seed), Number(values.share)];

const findings = scenarios.flatMap(({ runs, worlds }) =>
  worlds
    .filter(({ table }) => values.only === undefined || table.includes(values.only))
    .map((world) => {
      const found = find(world, { runs: Math.max(1, Math.round(runs * share)), seed });
      const truth = isAtMargin(world) ? 'at the margin' : 'unchanged';
      const shares = [found.pass, found.fail].map((x) => (x * 100).toFixed(1).padStart(5)).join(' ');
      console.log(
        `${shares}${found.isBroken ? ' !' : '  '} ${world.table}: ${world.name}, ${truth} of ${world.margin}`,
      );
      return found;
    }),
);

const broken = findings.filter(({ isBroken }) => isBroken).length;
console.log(`${findings.length} worlds, ${broken} beyond what is promised`);
if (values.only === undefined && share === 1)
  writeFileSync(join(import.meta.dirname, '../../docs/simulation.md'), toPage(findings, seed));
process.exitCode = broken > 0 ? 1 : 0;
