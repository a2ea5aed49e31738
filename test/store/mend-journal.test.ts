import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cutTornLine } from '../../src/store/cut-torn-line.ts';
import { dropLines } from '../../src/store/drop-lines.ts';
import { mendJournal } from '../../src/store/mend-journal.ts';
import { runFolder } from '../../src/store/run-folder.ts';
import { makeRow, makeRun } from './make-run.ts';

let root: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evals-mend-'));
  file = join(root, 'lines');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ['', '', 0],
  ['a\n', 'a\n', 0],
  ['a\nb', 'a\n', 1],
  ['torn', '', 4],
  ['a\n\n', 'a\n\n', 0],
  [`a\n${'é\u2028'.repeat(50_000)}`, 'a\n', 250_000],
])('of a file, what stands after the last line is cut off', (before, after, cut) => {
  writeFileSync(file, before);
  expect(cutTornLine(file)).toBe(cut);
  expect(readFileSync(file, 'utf8')).toBe(after);
});

test('a file that is not there has nothing to cut', () => {
  expect(cutTornLine(file)).toBe(0);
});

test('lines are dropped, and the others stay byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ' ')),
          fc.boolean(),
        ),
        {
          maxLength: 600,
        },
      ),
      async (lines) => {
        writeFileSync(file, lines.map(([text]) => `${text}\n`).join(''));
        await dropLines(
          file,
          new Set(lines.flatMap(([, isDropped], index) => (isDropped ? [index + 1] : []))),
        );
        const kept = lines.filter(([, isDropped]) => !isDropped).map(([text]) => `${text}\n`);
        expect(readFileSync(file, 'utf8')).toBe(kept.join(''));
      },
    ),
    { numRuns: 50 },
  );
});

test('a journal keeps its whole rows whose texts are there', async () => {
  const { folder, trials, texts, events } = runFolder(root, makeRun().id);
  mkdirSync(folder, { recursive: true });
  const line = (value: unknown) => `${JSON.stringify(value)}\n`;
  const referring = (name: string, text: string) => ({
    ...makeRow(name),
    messages: [{ role: 'system', text }],
  });
  writeFileSync(
    texts,
    `${line({ schemaVersion: 1, digest: 'there', content: 'policy' })}{"schemaVersion":1,"dig`,
  );
  writeFileSync(
    trials,
    [makeRow('a'), referring('b', 'there'), referring('c', 'lost'), makeRow('d')].map(line).join(''),
  );
  appendFileSync(trials, '{"torn');
  writeFileSync(events, '{"torn');
  const seen: string[] = [];
  const mended = await mendJournal(root, makeRun().id, (row) => seen.push(row.case));
  expect(mended).toEqual({ cut: 23 + 6, lost: 1 });
  expect(seen).toEqual(['a', 'b', 'd']);
  expect(readFileSync(trials, 'utf8')).toBe(
    [makeRow('a'), referring('b', 'there'), makeRow('d')].map(line).join(''),
  );
  expect(readFileSync(events, 'utf8')).toBe('');
  expect(await mendJournal(root, makeRun().id, () => {})).toEqual({ cut: 0, lost: 0 });
});
