import { expect, it } from 'vitest';
import { z } from 'zod';
import { catalog } from '../../src/domain/catalog.ts';
import { defineGrader } from '../../src/domain/grader.ts';
import { graders } from '../../src/graders/index.ts';
import { toDocsTable } from '../../src/graders/to-docs-table.ts';

it('prints a row for a grader: what it does, takes and looks like', () => {
  const grader = defineGrader({
    name: 'tall',
    summary: 'The output is a|b.',
    example: 'tall: 3\nunit: m',
    value: z.number(),
    options: {
      unit: z.enum(['m', 'ft']).default('m').describe('The unit.'),
      strict: z.boolean().optional(),
    },
    threshold: 0.5,
    grade: () => ({ status: 'ungraded', reason: '' }),
  });
  expect(toDocsTable(catalog('grader', [grader]))).toBe(
    [
      '| grader | what it does | options | example |',
      '| --- | --- | --- | --- |',
      '| `tall` | The output is a\\|b. | `unit` `m`, `ft` (`m`): The unit.<br>`strict`<br>`threshold` (0.5) | `tall: 3`<br>`unit: m` |',
      '',
    ].join('\n'),
  );
});

it('no example is indented: in a table the blanks would be lost', () => {
  expect(
    graders
      .all()
      .filter(({ example }) => /\n /.test(example))
      .map(({ name }) => name),
  ).toEqual([]);
});

it('has a row of four cells for each grader of the shelf', () => {
  const rows = toDocsTable(graders).trimEnd().split('\n').slice(2);
  expect(rows).toHaveLength(graders.names().length);
  for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(6);
});
