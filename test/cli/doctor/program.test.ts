import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../../../src/cli/doctor/program.ts';
import { requiredNode } from '../../../src/cli/doctor/required-node.ts';

test('the oldest Node is the one in package.json', () => {
  const read = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8');
  expect(`>=${requiredNode}`).toBe(JSON.parse(read).engines.node);
});

test.each([
  ['18.20.1', 'wrong'],
  ['20.9.0', 'wrong'],
  ['20.18.3', 'wrong'],
  ['20.19.0', 'good'],
  ['20.100.0', 'good'],
  ['22.0.0', 'good'],
  ['100.1.0', 'good'],
])('Node %s: %s', async (nodeVersion, level) => {
  const [, node] = await program({ nodeVersion }).run();
  expect(node!.level).toBe(level);
});

test.each([
  ['node:sqlite', 'good', 'Node’s own'],
  ['libsql', 'good', 'libsql'],
  [undefined, 'warning', 'no SQLite'],
] as const)('SQLite: %s', async (sqlite, level, text) => {
  const findings = await program({ nodeVersion: '22.0.0' }, async () => sqlite).run();
  expect(findings.at(-1)).toMatchObject({ level, text: expect.stringContaining(text) });
});
