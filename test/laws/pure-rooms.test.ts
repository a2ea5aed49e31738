import { expect, test } from 'vitest';
import { house, withoutComments } from './house.ts';

const pure = ['plan', 'graders', 'mutators', 'analyze', 'reporters', 'domain', 'stats', 'text', 'flow'];
const allowed = ['node:crypto'];
const forbidden =
  /\b(process\.|console\.|Date\.now|performance\.now|Math\.random|setTimeout|setInterval|setImmediate|new Date\(\)|globalThis\.fetch)/;

test('the mind, the nouns and the ground touch nothing of the world', () => {
  const wrong = house()
    .filter(({ room }) => pure.includes(room))
    .flatMap(({ path, text, imports }) => [
      ...imports
        .filter(({ to }) => to.startsWith('node:') && !allowed.includes(to))
        .map(({ to }) => `${path} imports ${to}`),
      ...withoutComments(text)
        .split('\n')
        // What is imported was looked at above: a file may be called e-process.ts.
        .filter((line) => forbidden.test(line.replace(/ from '[^']*'/, '')))
        .map((line) => `${path}: ${line.trim()}`),
    ]);
  expect(wrong).toEqual([]);
});
