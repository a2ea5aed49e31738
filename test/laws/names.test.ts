import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { house, withoutComments } from './house.ts';

const toKebab = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
const plain = (name: string) => toKebab(name).replaceAll('-', '');
const exported = (text: string, kinds: string) =>
  [...withoutComments(text).matchAll(new RegExp(`^export (?:async )?(?:${kinds})\\*? ([\\w$]+)`, 'gm'))].map(
    (match) => match[1]!,
  );
/** The public door of the package, and the shelves' lists. */
const doors = ['src/index.ts'];

test('a file is named after the one thing that it exports', () => {
  const wrong = house()
    .filter(
      ({ path }) =>
        !doors.includes(path) && basename(path) !== 'index.ts' && !path.endsWith('grader-worker.mjs'),
    )
    .flatMap(({ path, text }) => {
      const values = exported(text, 'function|const|let|class');
      const types = exported(text, 'type|interface');
      const name = basename(path).replace(/\.\w+$/, '');
      const main = values.length > 0 ? values : types;
      const isNamed = [...values, ...types].some((one) => plain(one) === plain(name));
      return [
        ...(isNamed ? [] : [`${path} exports ${main.join(', ') || 'nothing'}`]),
        ...(values.length > 1 ? [`${path} exports several values: ${values.join(', ')}`] : []),
      ];
    });
  expect(wrong).toEqual([]);
});

test('no name says nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|misc|common|managers?|handlers?|shared|data|info)(\/|\.ts$)/i;
  expect(
    house()
      .filter(({ path }) => empty.test(path))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('nothing is a default export', () => {
  expect(
    house()
      .filter(({ text }) => /^export default/m.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});
