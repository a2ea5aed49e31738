import { expect, test } from 'vitest';
import { house } from './house.ts';

/** Lines from the opening line of each function to its closing brace, told by the indentation that the formatter keeps. */
function functionLengths(text: string): { name: string; lines: number }[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const match =
      /^(\s*)(?:export )?(?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?\(?.*=> \{$|(?:async )?\*?(\w+)\(.*\{$)/.exec(
        line,
      );
    if (!match || /^\s*(if|for|while|switch|return|catch|else)\b/.test(line)) return [];
    const end = lines.findIndex(
      (other, at) =>
        at > start &&
        other.startsWith(`${match[1]}}`) &&
        !/^\s*\}: /.test(other) &&
        !/^\s*\)/.test(other) &&
        !other.trimEnd().endsWith('{'),
    );
    return end < 0 ? [] : [{ name: match[2] ?? match[3] ?? match[4] ?? '?', lines: end - start + 1 }];
  });
}

test('files stay short', () => {
  const files = house();
  expect(files.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  const sorted = files.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(130);
});

test('functions stay short', () => {
  const all = house().flatMap(({ path, text }) => functionLengths(text).map((one) => ({ ...one, path })));
  expect(all.length).toBeGreaterThan(300);
  expect(
    all.filter(({ lines }) => lines > 60).map(({ path, name, lines }) => `${path} ${name}: ${lines}`),
  ).toEqual([]);
  const sorted = all.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(20);
});
