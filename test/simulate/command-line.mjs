// The real program, its own baseline against itself, many times over a model that is unsure of itself: how often does
// nothing that changed look like a regression? Usage: node test/simulate/command-line.mjs [runs] (after npm run build).
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const runs = Number(process.argv[2] ?? 400);
const bin = join(import.meta.dirname, '..', '..', 'dist', 'bin', 'evals.js');
const folder = mkdtempSync(join(tmpdir(), 'evals-aa-'));

/** Half of the cases are sure, the others pass with chances from 40 to 95 %. Each run has draws of its own, told by DRAWS. */
const model = `import { createHash } from 'node:crypto';
let asked = 0;
export default function answer({ messages }) {
  const text = messages.at(-1).content;
  const chance = Number(/chance (\\S+)/.exec(text)[1]);
  asked += 1;
  const drawn = createHash('sha256').update([process.env.DRAWS, asked, text].join(' ')).digest().readUInt32BE(0) / 2 ** 32;
  return drawn < chance ? 'yes' : 'no';
}
`;
const cases = Array.from({ length: 120 }, (_, n) => {
  const chance = n % 2 ? 1 : 0.4 + (0.55 * (n % 60)) / 60;
  return `  - { id: c${n}, input: "Case ${n}, chance ${chance.toFixed(3)}", expect: yes, tags: [${n < 70 ? 'first' : 'second'}] }`;
});
const files = {
  'package.json': '{ "type": "module" }',
  'flaky.mjs': model,
  'evals/aa.eval.yaml': `suite: aa\nmodels: ["module:./flaky.mjs"]\ngate: { compare: baseline, slices: [first] }\ncases:\n${cases.join('\n')}\n`,
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const env = (draws) => ({ PATH: process.env.PATH, HOME: tmpdir(), DRAWS: String(draws) });
const accept = (draws, repeat) => {
  rmSync(join(folder, '.evals'), { recursive: true, force: true });
  try {
    execFileSync(process.execPath, [bin, 'run', '--quiet', '--no-redraw'], {
      cwd: folder,
      env: env(`${draws} look`),
      stdio: 'pipe',
    });
  } catch {
    // A suite with failing cases and no baseline is red; here that is no matter.
  }
  const args = [bin, 'baseline', 'accept', '--repeat', String(repeat), '--reason', 'A against A', '--quiet'];
  execFileSync(process.execPath, args, { cwd: folder, env: env(draws), stdio: 'pipe' });
};
const once = (draws) =>
  new Promise((resolve) => {
    const args = [bin, 'run', '--quiet', '--no-redraw', '--reporter', 'json'];
    execFile(process.execPath, args, { cwd: folder, env: env(draws), maxBuffer: 1e9 }, (error, out) => {
      const verdict = out ? JSON.parse(out).suites[0].verdict : 'none';
      resolve({ code: error ? error.code : 0, verdict });
    });
  });

/** So many runs, each accepted baseline serves twenty of them: its own noise is a part of the chance to be wrong. */
const each = 20;
const told = {};
for (const repeat of [1, 3]) {
  for (let first = 0; first < runs / 2; first += each) {
    accept(`${repeat} baseline ${first}`, repeat);
    const waiting = Array.from({ length: each }, (_, n) => `${repeat} run ${first + n}`);
    const worker = async () => {
      while (waiting.length > 0) {
        const { code, verdict } = await once(waiting.pop());
        const key = `baseline × ${repeat}: ${verdict}, exit ${code}`;
        told[key] = (told[key] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: cpus().length }, worker));
    console.error(`${JSON.stringify(told)}`);
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(told, null, 2));
const failures = Object.entries(told)
  .filter(([key]) => key.endsWith('exit 1'))
  .reduce((sum, [, times]) => sum + times, 0);
// Three standard errors above 5 %: the chance that an honest gate is caught by this is about 1 in 700.
const most = runs * 0.05 + 3 * Math.sqrt(runs * 0.05 * 0.95);
console.log(
  `${failures} of ${runs} runs of an unchanged candidate ended with exit code 1 (at most ${most.toFixed(1)} allowed).`,
);
process.exitCode = failures <= most ? 0 : 1;
