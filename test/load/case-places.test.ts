import { expect, test } from 'vitest';
import { graders } from '../../src/graders/index.ts';
import { load } from '../../src/load/load.ts';
import { importModule } from '../../src/providers/import-module.mjs';
import { providers } from '../../src/providers/index.ts';
import { filesOnDisk } from './files-on-disk.ts';

const suite = `suite: a
models: [embedded:echo]
graders: [{ contains: x }]
cases:
  - id: one
    input: x
  - from: rows.jsonl
  - { id: two, input: x }
`;
const rows = '{"id":"row 1","input":"x"}\n\n{"id":"row 2","input":"y"}\n';

test('each case knows where it is written, whatever was selected', async () => {
  const root = await filesOnDisk({ 'evals/a.eval.yaml': suite, 'evals/rows.jsonl': rows });
  const world = { root, from: root, graders, providers, importModule, hasPrice: async () => false };
  const placesOf = async (isKept: (id: string) => boolean) => {
    const { value } = await load(
      {
        suites: [],
        keep:
          () =>
          ({ id }) =>
            isKept(id),
      },
      world,
    );
    const [{ cases }] = value!.suites as [(typeof value & object)['suites'][number]];
    const places = Array.from({ length: cases.count }, (_, index) => cases.place!(index));
    await cases.close();
    return places;
  };
  const [one, first, second, two] = [
    { file: 'evals/a.eval.yaml', line: 5, column: 9 },
    { file: 'evals/rows.jsonl', line: 1, column: 1 },
    { file: 'evals/rows.jsonl', line: 3, column: 1 },
    { file: 'evals/a.eval.yaml', line: 8, column: 11 },
  ];
  expect(await placesOf(() => true)).toEqual([one, first, second, two]);
  expect(await placesOf((id) => id.endsWith('2') || id === 'two')).toEqual([second, two]);
});
