import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { cutCases } from '../../src/load/cut-cases.ts';
import { moveCases } from '../../src/load/move-cases.ts';

const canary = '12345678-1234-1234-1234-123456789012';
const move = (text: string, ids: string[], holdout?: string) =>
  moveCases(text, { ids: new Set(ids), rows: [], canary, holdout });

describe('what is left', () => {
  test.each<[string, string, string[], string]>([
    [
      'a line each',
      'suite: a\ncases:\n  - { id: a }\n  - { id: b }\n  - { id: c }\n',
      ['b'],
      'suite: a\ncases:\n  - { id: a }\n  - { id: c }\n',
    ],
    [
      'several lines, no indentation',
      'cases:\n- id: a\n  input: |\n    one\n\n    two\n- id: b\n  input: x\n',
      ['a'],
      'cases:\n- id: b\n  input: x\n',
    ],
    ['the last one, without a line feed', 'cases:\n- id: a\n- id: b', ['b'], 'cases:\n- id: a\n'],
    [
      'comments go with the case below them',
      'cases: # all\n  # of a\n  - id: a # first\n    input: x # of x\n  # of b\n  - id: b\n# the end\n',
      ['a'],
      'cases: # all\n  # of b\n  - id: b\n# the end\n',
    ],
    [
      'a dash by itself',
      'cases:\n  -\n    id: a\n  -\n    id: b\ngraders: []\n',
      ['a'],
      'cases:\n  -\n    id: b\ngraders: []\n',
    ],
    [
      'what comes after',
      'cases:\n  - id: a\n  - id: b\n\n# the gate\ngate: {}\n',
      ['b'],
      'cases:\n  - id: a\n\n# the gate\ngate: {}\n',
    ],
    [
      'a `from:` line among them',
      'cases:\n  - from: x.jsonl\n  - id: a\n',
      ['a'],
      'cases:\n  - from: x.jsonl\n',
    ],
    [
      'other line ends stay',
      'suite: a\r\ncases:\r\n  - id: a\r\n  - id: b\r\n',
      ['a'],
      'suite: a\r\ncases:\r\n  - id: b\r\n',
    ],
    [
      'braces over lines',
      'cases:\n  - { id: a,\n      input: x }\n  - { id: b }\n',
      ['a'],
      'cases:\n  - { id: b }\n',
    ],
    ['a list in brackets', 'cases: [{ id: a }, { id: b }]\n', ['a'], 'cases: [ { id: b } ]\n'],
  ])('%s', (_, text, ids, left) => {
    expect(move(text, ids).left).toBe(left);
  });

  test('the key holdout stands before the cases and what is said of them', () => {
    const text = 'suite: a\n\n# All of them.\ncases:\n  - id: a\n  - id: b\n';
    expect(move(text, ['a'], './a.holdout.yaml').left).toBe(
      'suite: a\n\nholdout: ./a.holdout.yaml\n# All of them.\ncases:\n  - id: b\n',
    );
  });

  test('nothing, when all go', () => {
    expect(move('cases:\n  - id: a\n', ['a']).left).toBeUndefined();
  });
});

test('the comments of what goes go with it', () => {
  const { held } = move('cases:\n  # of a\n  - id: a # first\n    input: "0123"\n  - id: b\n', ['a']);
  expect(held).toBe(`canary: ${canary}\ncases:\n  # of a\n  - id: a # first\n    input: "0123"\n`);
});

test('whatever the cases and the layout: both parts read as they were, and together they are all', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant('a\n\nb\n'),
    fc.constant('# no comment'),
    fc.constant('- x'),
  );
  const cases = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z0-9]{1,5}$/),
      input: value,
      meta: fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), value, { maxKeys: 3 }),
    }),
    { minLength: 2, maxLength: 8, selector: ({ id }) => id },
  );
  const layout = fc.record({
    indentSeq: fc.boolean(),
    collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    lineWidth: fc.constantFrom(0, 40),
  });
  fc.assert(
    fc.property(cases, layout, fc.nat(), (all, options, seed) => {
      const text = stringify(
        { suite: 'a', graders: [{ contains: 'e' }], cases: all, gate: { margin: 5 } },
        options,
      );
      const taken = all.filter((_, at) => (seed >> at) % 2 === 1 && at > 0);
      const { left, held } = move(
        text,
        taken.map(({ id }) => id),
        './a.yaml',
      );
      expect(parse(left!)).toEqual({
        suite: 'a',
        graders: [{ contains: 'e' }],
        holdout: './a.yaml',
        cases: all.filter((one) => !taken.includes(one)),
        gate: { margin: 5 },
      });
      expect(parse(held)).toEqual({ canary, cases: taken });
    }),
  );
});

test('cut where there is nothing to cut by lines', () => {
  for (const text of ['cases: [{ id: a }]', '{ cases: [{ id: a }] }', 'suite: a', 'cases: 7'])
    expect(cutCases(text, { places: new Set([0]), holdout: undefined })).toBeUndefined();
});
