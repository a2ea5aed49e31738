import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..', '..');
// Not in dist/: a build that somebody makes meanwhile must not change the program under a test.
const built = join(root, 'node_modules', '.cache', 'evals-under-test');
const bin = join(built, 'bin', 'evals.js');
const lock = join(root, 'node_modules', '.evals-is-built');

/** The program as it is published, built once for all tests that want it, and again when a source is newer. */
export async function builtBin(): Promise<string> {
  const end = Date.now() + 60_000;
  while (!isLocked()) {
    if (Date.now() > end) rmdirSync(lock);
    await pause(100);
  }
  try {
    if (builtAt() < newestSource()) build();
  } finally {
    rmdirSync(lock);
  }
  return bin;
}

/** The compiler writes its files even where types are wrong; that is another test's concern. */
function build(): void {
  try {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [tsc, '-p', root, '--outDir', built], { stdio: 'pipe' });
  } catch {
    if (builtAt() < newestSource()) throw new Error('the program could not be built: npx tsc -p . says why');
  }
}

function isLocked(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function builtAt(): number {
  return statSync(bin, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestSource(): number {
  const files = ['bin', 'src'].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  return Math.max(...files);
}
