// Runs the tests on each Node that is supported: `npm run test:nodes`, or `npm run test:nodes -- 22` for one.
// Other Nodes come as npm packages, so nothing has to be installed by hand.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['20', '22', '24'];
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const failed = [];

for (const version of wanted) {
  const command = `node --version && node node_modules/vitest/vitest.mjs run && node dist/bin/evals.js run --quiet`;
  const { status } = spawnSync(
    'npm',
    ['exec', '--yes', `--package=node-${platform}@${version}`, '--call', command],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) failed.push(version);
}

console.log(
  `${wanted.length - failed.length} passed, ${failed.length} failed${failed.length > 0 ? ` (Node ${failed.join(', ')})` : ''}`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
