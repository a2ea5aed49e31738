import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '../../src/domain/catalog.ts';

const shelf = catalog('grader', [{ name: 'contains' }, { name: 'equals', note: 'first' }]);

test('a shelf keeps the order in which it was filled', () => {
  expect(shelf.names()).toEqual(['contains', 'equals']);
  expect(shelf.all()).toEqual([{ name: 'contains' }, { name: 'equals', note: 'first' }]);
});

test('a name that is not there is no entry, whatever objects have by nature', () => {
  for (const name of ['', 'Contains', 'constructor', '__proto__', 'toString']) {
    expect(shelf.has(name)).toBe(false);
    expect(shelf.get(name)).toBeUndefined();
  }
  expect(shelf.get('equals')).toEqual({ name: 'equals', note: 'first' });
});

test('an unknown name is a problem with the nearest one, or with all of them', () => {
  expect(shelf.unknown('contians')).toMatchObject({
    code: 'unknown-name',
    severity: 'error',
    message: 'There is no grader called "contians".',
    hint: 'Did you mean "contains"?',
  });
  expect(shelf.unknown('vibes').hint).toBe('There are: contains, equals.');
  expect(catalog('grader', []).unknown('vibes').hint).toBe('There are: none.');
});

test('more entries make a new shelf, and the old one stays as it was', () => {
  const more = shelf.with({ name: 'mine' });
  expect(more.names()).toEqual(['contains', 'equals', 'mine']);
  expect(shelf.has('mine')).toBe(false);
});

test('a name that is taken is a mistake in the program', () => {
  expect(() => shelf.with({ name: 'equals' })).toThrow('two graders are named "equals"');
  expect(() => catalog('model', [{ name: 'a' }, { name: 'a' }])).toThrow('two models are named "a"');
});

test('every entry is found by its name', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 20 }), (names) => {
      const made = catalog(
        'thing',
        names.map((name) => ({ name })),
      );
      expect(names.every((name) => made.get(name)?.name === name)).toBe(true);
      expect(made.names()).toEqual(names);
    }),
  );
});
