import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evidenceKeeper } from '../../../src/cli/evidence/evidence-keeper.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import type { Lot } from '../../../src/plan/plan.ts';
import { makeRow } from '../../analyze/make-row.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';

async function keeper(ask: (lot: Lot) => Promise<TrialRow | undefined> = async () => undefined) {
  const root = await filesOnDisk({ '.evals/runs/r/run.json': '{}' });
  const folder = join(root, '.evals', 'runs', 'r');
  const [said, shown] = [[] as string[], [] as unknown[]];
  let halts = 0;
  const kept = evidenceKeeper({
    root,
    id: 'r',
    ask,
    shown: { begin: () => {}, add: (events) => shown.push(...events), say: (line) => said.push(line) },
    halt: () => {
      halts += 1;
    },
    redact: (text) => text.replaceAll('sk-1', '[redacted]'),
  });
  return { kept, folder, said, shown, halts: () => halts };
}

test('a row is on disk, without its secrets, before it counts', async () => {
  const { kept, folder, shown } = await keeper();
  const rows: TrialRow[] = [];
  kept.into('redraws', rows).keep(makeRow({ text: 'my key is sk-1' }));
  const lines = readFileSync(join(folder, 'redraws.jsonl'), 'utf8').split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0]!)).toEqual(JSON.parse(JSON.stringify(rows[0])));
  expect(JSON.stringify(rows)).toContain('my key is [redacted]');
  expect(shown).toHaveLength(1);
  kept.close();
});

test('what the disk does not take does not count: it is said once, and nothing more is asked', async () => {
  const { kept, folder, said, shown, halts } = await keeper();
  mkdirSync(join(folder, 'canary.jsonl'));
  const rows: TrialRow[] = [];
  const { keep } = kept.into('canary', rows);
  keep(makeRow({}));
  keep(makeRow({}));
  expect([rows, shown]).toEqual([[], []]);
  expect(kept.isBroken()).toBe(true);
  expect(halts()).toBeGreaterThan(0);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('canary.jsonl');
  kept.close();
});

test('a case that cannot be read any more ends it too', async () => {
  const { kept, said, halts } = await keeper(async () => {
    throw new Error('cases.jsonl:3 can no longer be read');
  });
  expect(await kept.into('redraws', []).ask({} as Lot)).toBeUndefined();
  expect(said.join()).toContain('cases.jsonl:3 can no longer be read');
  expect([kept.isBroken(), halts()]).toEqual([true, 1]);
});
