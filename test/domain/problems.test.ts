import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printProblems } from '../../src/cli/print-problems.ts';
import { problems } from '../../src/domain/problems.ts';
import { fakeWorld } from '../cli/actions/fake-world.ts';
import { house } from '../laws/house.ts';
import { problemSamples } from './problem-samples.ts';

const names = Object.keys(problems).sort();
const toKebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test('every problem has a sample', () => {
  expect(Object.keys(problemSamples).sort()).toEqual(names);
});

test('every problem is told somewhere', () => {
  const code = house()
    .map(({ text }) => text)
    .join('\n');
  expect(names.filter((name) => !new RegExp(`\\bproblems\\.${name}\\b`).test(code))).toEqual([]);
});

test('a code is the name of its problem', () => {
  const wrong = Object.entries(problemSamples).flatMap(([name, samples]) =>
    samples.filter(({ code }) => code !== toKebab(name)).map(({ code }) => `${name} says ${code}`),
  );
  expect(wrong).toEqual([]);
});

test('no sentence has a hole in it', () => {
  const wrong = Object.values(problemSamples)
    .flat()
    .filter(({ message, hint = '' }) =>
      /\bundefined\b(?!-)|\[object|NaN| {2}|\.\.$|: \.$/m.test(`${message}\n${hint}`),
    )
    .map(({ message, hint }) => `${message} ${hint}`);
  expect(wrong).toEqual([]);
});

test('the page of all problems, as they are shown', async () => {
  let page = '# Every problem, as it is shown\n';
  for (const name of names) {
    const world = fakeWorld('/');
    for (const sample of problemSamples[name as keyof typeof problems]) await printProblems([sample], world);
    page += `\n## ${name}\n\n\`\`\`\n${world.told().trimEnd()}\n\`\`\`\n`;
  }
  const golden = join(import.meta.dirname, 'golden', 'problems.md');
  if (process.env.UPDATE_GOLDEN) await writeFile(golden, page);
  expect(page).toBe(await readFile(golden, 'utf8'));
});
