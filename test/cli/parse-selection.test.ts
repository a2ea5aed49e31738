import { expect, test } from 'vitest';
import { type ParsedSelection, parseSelection } from '../../src/cli/parse-selection.ts';
import { Refusal } from '../../src/cli/refusal.ts';
import type { CommandInput } from '../../src/domain/command.ts';

const parse = (options: CommandInput['options'], suites: string[] = []) =>
  parseSelection({ arguments: { suites }, options });

test.each<[CommandInput['options'], Partial<ParsedSelection>]>([
  [{}, { seed: 1, suites: [] }],
  [{ model: 'a:x, b:y,' }, { models: ['a:x', 'b:y'] }],
  [{ prompt: 'p@v1' }, { prompts: ['p@v1'] }],
  [{ case: 'a/*,b' }, { cases: ['a/*', 'b'] }],
  [
    { tag: 'a', notTag: 'b,c' },
    { tags: ['a'], notTags: ['b', 'c'] },
  ],
  [{ adversarial: true }, { adversarial: true }],
  [{ adversarial: 'typo,injection' }, { adversarial: ['typo', 'injection'] }],
  [
    { sample: '10', seed: '7', repeat: '3' },
    { sample: 10, seed: 7, repeat: 3 },
  ],
  [{ failed: true }, { earlier: { run: 'latest', statuses: ['failed'] } }],
  [{ failed: '2026' }, { earlier: { run: '2026', statuses: ['failed'] } }],
  [{ errored: true }, { earlier: { run: 'latest', statuses: ['errored', 'ungraded'] } }],
])('%j', (options, expected) => {
  expect(parse(options)).toMatchObject(expected);
});

test('every flag with a wrong value is told at once', () => {
  try {
    parse({ sample: '0', seed: 'one', repeat: '1.5', failed: true, errored: true });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).problems.map(({ message }) => message)).toEqual([
      '--sample needs a whole number of at least 1, not "0".',
      '--seed needs a whole number of at least 0, not "one".',
      '--repeat needs a whole number of at least 1, not "1.5".',
      '--failed and --errored exclude each other.',
    ]);
  }
});

test.each<[CommandInput['options'], string[], string[]]>([
  [{ replay: '' }, [], ['--replay needs a value, not "".']],
  [{ tag: ' , ', notTag: '' }, [], ['--tag needs a value, not " , ".', '--not-tag needs a value, not "".']],
  [{ failed: '' }, [], ['--failed needs a value, not "".']],
  [{}, [''], ['a suite needs a name, a file or a glob, not "".']],
])('a variable that is not set is no flag that was left out: %j %j', (options, suites, messages) => {
  try {
    parse(options, suites);
    expect.unreachable();
  } catch (error) {
    expect((error as Refusal).problems.map(({ message }) => message)).toEqual(messages);
  }
});
