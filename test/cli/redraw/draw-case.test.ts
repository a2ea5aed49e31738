import { describe, expect, test } from 'vitest';
import { drawCase } from '../../../src/cli/redraw/draw-case.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import type { Lot } from '../../../src/plan/plan.ts';
import { makeRow } from '../../analyze/make-row.ts';

const statuses = { P: 'passed', F: 'failed', E: 'errored', U: 'ungraded' } as const;
type Letter = keyof typeof statuses;
const lot = { repeat: 3 } as Lot;
const rowOf = (letter: Letter, repeat: number) => makeRow({ status: statuses[letter], repeat });

/** Draws by a list of letters; where it ends nothing more may be asked. */
async function drawn(series: string, before: TrialRow[] = []) {
  const rows: TrialRow[] = [];
  let asked = 0;
  const ask = async ({ repeat }: Lot) => {
    const letter = series[asked++] as Letter | undefined;
    return letter && rowOf(letter, repeat);
  };
  const end = await drawCase(lot, before, ask, (row) => rows.push(row));
  return { end, drawn: rows.length, repeats: rows.map(({ repeat }) => repeat) };
}

const flaky = 'FPPPP'.repeat(5);

describe('one case is drawn', () => {
  test.each([
    ['FF', 'decided', 2],
    ['PPPPP', 'decided', 5],
    ['FPFF', 'decided', 4],
    [flaky, 'decided', 20],
    ['EE', 'errored', 2],
    ['EU', 'errored', 2],
    ['PEPPPP', 'decided', 6],
    ['FEE', 'errored', 3],
    ['FEF', 'decided', 3],
    ['', 'stopped', 0],
    ['PPP', 'stopped', 3],
    ['FP', 'stopped', 2],
  ])('%s: %s after %i', async (series, end, count) => {
    expect(await drawn(series)).toMatchObject({ end, drawn: count });
  });

  test('and counted after the planned repeats, and after what was drawn before', async () => {
    expect((await drawn('FF')).repeats).toEqual([4, 5]);
    const before = [rowOf('P', 4), rowOf('E', 6), rowOf('P', 5)];
    expect(await drawn('PPPPPP', before)).toEqual({ end: 'decided', drawn: 3, repeats: [7, 8, 9] });
  });

  test('no more when it was decided before', async () => {
    expect(await drawn('P', [rowOf('F', 4), rowOf('F', 5)])).toEqual({
      end: 'decided',
      drawn: 0,
      repeats: [],
    });
  });
});
