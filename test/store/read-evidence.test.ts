import { describe, expect, test } from 'vitest';
import type { Run } from '../../src/domain/run.ts';
import { JournalError } from '../../src/store/journal-error.ts';
import { readEvidence } from '../../src/store/read-evidence.ts';
import { makeRow } from '../analyze/make-row.ts';
import { filesOnDisk } from '../load/files-on-disk.ts';

const run = (isNoted = true) =>
  ({
    id: 'r',
    suites: [
      { name: 's', ...(isNoted ? { baseline: { file: 'evals/baselines/s.json', digest: 'd' } } : {}) },
    ],
  }) as Run;
const copy = JSON.stringify({ schemaVersion: 1, baselines: [{ schemaVersion: 1, suite: 's', lanes: [] }] });
const line = (repeat: number) => `${JSON.stringify(makeRow({ repeat }))}\n`;

async function read(files: Record<string, string>, header = run()) {
  const at = Object.entries(files).map(([name, text]) => [`.evals/runs/r/${name}`, text]);
  const root = await filesOnDisk({ 'x.txt': '', ...Object.fromEntries(at) });
  return readEvidence(root, header);
}
const refused = async (files: Record<string, string>) => {
  const error = await read(files).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(JournalError);
  return (error as JournalError).problem.code;
};

describe('what a run is held against, from its own folder', () => {
  test('is nothing where nothing was noted', async () => {
    expect(await read({}, run(false))).toEqual({
      baselines: new Map(),
      redraws: [],
      canary: [],
      judgedAgain: [],
    });
  });

  test('is the copy of the baseline, and the fresh answers of both kinds; what was cut off is left out', async () => {
    const found = await read({
      'baselines.json': copy,
      'redraws.jsonl': `${line(2)}${line(3)}{"schemaVersion":1,"id"`,
      'canary.jsonl': line(1),
    });
    expect([...found.baselines.keys()]).toEqual(['s']);
    expect(found.redraws.map(({ repeat }) => repeat)).toEqual([2, 3]);
    expect(found.canary.map(({ repeat }) => repeat)).toEqual([1]);
  });

  test.each([
    ['baseline-copy-lost', {}],
    ['baseline-copy-lost', { 'baselines.json': '{"schemaVersion":1,"baselines":[]}' }],
    ['broken-journal', { 'baselines.json': copy.slice(0, -3) }],
    ['broken-journal', { 'baselines.json': '{"schemaVersion":1}' }],
    ['newer-run', { 'baselines.json': copy.replace('1', '2') }],
    ['broken-journal', { 'baselines.json': copy, 'redraws.jsonl': `${line(2)}nothing\n${line(3)}` }],
    [
      'newer-run',
      { 'baselines.json': copy, 'canary.jsonl': line(1).replace('"schemaVersion":1', '"schemaVersion":9') },
    ],
  ])('%s: %o', async (code, files) => {
    expect(await refused(files as Record<string, string>)).toBe(code);
  });
});
