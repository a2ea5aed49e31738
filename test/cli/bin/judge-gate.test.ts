import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

let bin: string;
let at: TestProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at.remove());

const config =
  'models: { shop: { use: "module:./model.mjs" } }\njudges: { strict: { use: "module:./judge.mjs" } }\n';
const suite = (count: number, more = '') => `suite: reply
prompt: reply@latest
models: [shop]
judge: strict
graders: [{ judge: Is kind, name: kind }]
gate: { floor: { pass: 50 }, margin: 10 }
${more}
cases:
${Array.from({ length: count }, (_, i) => `  - { id: q${i}, input: "question ${i}" }`).join('\n')}
`;
// Two of three answers are kind; the judge errs on one of 20 outputs, by their hash.
const model = (every: number) => `export default function ({ messages }) {
  const n = Number(/\\d+/.exec(messages.at(-1).content)[0]);
  return n % ${every} === 0 ? \`Rude answer \${n}\` : \`Kind answer \${n}, within 30 days\`;
}\n`;
const judge = (more = '') => `import { createHash } from 'node:crypto';
export default function ({ messages }) {
  const out = /<output (\\w+)>\\n([\\s\\S]*?)\\n<\\/output \\1>/.exec(messages.at(-1).content)[2];
  const errs = createHash('sha256').update(out).digest()[0] < 13;
  let pass = out.includes('Kind') !== errs;
  ${more}
  return JSON.stringify({ reason: 'It is ' + (pass ? 'kind' : 'rude'), verdict: pass ? 'pass' : 'fail' });
}\n`;
const labelsFile = 'evals/labels/reply.kind.jsonl';

function start(count = 200, more = '') {
  at = project(bin, {
    'evals.config.yaml': config,
    'prompts/reply/v1.md': '---\ninputs: [message]\n---\nReply to {{ message }}\n',
    'model.mjs': model(3),
    'judge.mjs': judge(more),
    'evals/reply.eval.yaml': suite(count),
  });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: at.folder, stdio: 'ignore' });
  git('init');
  git('config', 'user.email', 'ann@example.invalid');
  git('config', 'user.name', 'Ann');
}

/** A person looks at so many outputs of the newest run, and is right. */
function label(count: number) {
  const rows = at.latest().rows().slice(0, count);
  at.write({
    [labelsFile]: rows
      .map(({ case: id, outcome }) => {
        const output = (outcome as { answer: { text: string } }).answer.text;
        const said = output.includes('Kind') ? 'pass' : 'fail';
        return `${JSON.stringify({ suite: 'reply', check: 'kind', case: id, output, label: said, rater: 'ann', pick: 'random' })}\n`;
      })
      .join(''),
  });
}

const calibrate = (...more: string[]) =>
  at.run(['judge', 'calibrate', 'strict', '--labels', labelsFile, ...more]);

test('a gate is refused until the judge is measured, then decides what it did not before, asking nobody', async () => {
  start();
  expect((await at.run(['run'])).code).toBe(3);
  label(120);
  const measured = await calibrate();
  expect(measured.code).toBe(0);
  expect(measured.out).toContain('FIT');
  const { out, code } = await at.run(['gate', 'latest']);
  expect(code).toBe(0);
  expect(out).toMatch(/\d\d\.\d % pass, corrected for the judge's errors \(\d+ of 200 trials as judged/);
  expect(out).toContain('double sampling, 120 labels');
  // What the run itself was held against stays as it was.
  expect((await at.run(['show', 'latest'])).out).toContain('The gate cannot rest on this judge.');
  const checked = await at.run(['check']);
  expect(checked.out).toMatch(/seen through its judges, whose J is 0\.\d\d at least/);
  expect(checked.err).not.toMatch(/judge-unfit|no-baseline-yet.*floor/);
  expect(checked.err).not.toContain('calibration-older');
  label(121);
  expect((await at.run(['check'])).err).toContain('calibration-older');
});

test('against a baseline J times the margin is tested, and a judge that was changed is another one', async () => {
  start();
  await at.run(['run']);
  label(150);
  await calibrate();
  const accepted = await at.run(['baseline', 'accept', '--reason', 'first']);
  expect(accepted.code).toBe(0);
  const same = await at.run(['run']);
  expect(same.out).toMatch(
    /A difference of 10\.0 points looks like \d\.\d to the judge \(J is at least 0\.\d\d\)/,
  );
  expect(same.out).toMatch(/% correct, uncorrected, as before/);
  expect([same.code, /PASS {2}reply/.test(same.out)]).toEqual([0, true]);
  at.write({ 'model.mjs': model(2) });
  const worse = await at.run(['run']);
  expect([worse.code, /FAIL: worse than the baseline/.test(worse.out)]).toEqual([1, true]);
  at.write({
    'evals.config.yaml': config.replace('judge.mjs" }', 'judge.mjs", settings: { temperature: 1 } }'),
  });
  const other = await at.run(['run']);
  expect(other.code).toBe(3);
  expect(other.out.replace(/\s+/g, ' ')).toContain(
    'is not the one that was calibrated: its model, settings, prompt or question has changed',
  );
});

test("a judge of code of one's own that says something else now is found out, by labels that are still there", async () => {
  start();
  await at.run(['run']);
  label(150);
  await calibrate();
  expect((await at.run(['run'])).code).toBe(0);
  at.write({ 'judge.mjs': judge('pass = true;') });
  const moved = await at.run(['run']);
  expect(moved.code).toBe(3);
  expect(moved.out.replace(/\s+/g, ' ')).toMatch(
    /it has moved: asked again about \d+ of 30 labelled outputs/,
  );
  const others = readFileSync(join(at.folder, labelsFile), 'utf8').replaceAll(
    '"output":"',
    '"output":"Well. ',
  );
  at.write({ [labelsFile]: others });
  expect((await at.run(['run'])).err).toContain('judge-canary-lost');
});

test.each([
  ['too few labels', 30, '', 'it has judged 30 labelled outputs, and 50 are needed'],
  ['a judge that says yes to all', 150, 'pass = true;', 'its J (sensitivity + specificity − 1) is 0.00'],
  [
    'a judge that likes words',
    150,
    'pass = pass || out.length > 120;',
    'empty words at the end of an output help it',
  ],
  [
    'a judge that changes its mind',
    150,
    'if (Math.random() < 0.3) pass = !pass;',
    'asked again it contradicts itself',
  ],
  ['a judge that mumbles', 150, "if (out.includes('7')) return 'I would say so.';", 'of its'],
])('a gate is refused with %s', async (_, count, more, why) => {
  start(200, more);
  await at.run(['run', '--cache', 'off']);
  label(count);
  const measured = await calibrate('--cache', 'off');
  expect(measured.code).toBe(0);
  expect(measured.out).toContain('UNFIT');
  const { out, code } = await at.run(['gate', 'latest']);
  expect(code).toBe(3);
  expect(out.replace(/\s+/g, ' ')).toContain(why);
});

test('a calibration that was edited by hand is refused', async () => {
  start();
  await at.run(['run']);
  label(30);
  await calibrate();
  const file = 'evals/judges/strict.calibration.json';
  const text = readFileSync(join(at.folder, file), 'utf8');
  at.write({ [file]: text.replace(/"truePass":\d+/, '"truePass":90') });
  const { code, err } = await at.run(['run']);
  expect(code).toBe(2);
  expect(err).toContain(file);
});
