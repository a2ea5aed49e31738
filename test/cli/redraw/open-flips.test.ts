import { describe, expect, test } from 'vitest';
import { openFlips } from '../../../src/cli/redraw/open-flips.ts';
import type { Comparison, Flip } from '../../../src/domain/comparison.ts';
import type { RunSuite } from '../../../src/domain/run.ts';
import type { Summary } from '../../../src/domain/summary.ts';

const flip = (id: string, more: Partial<Flip> = {}) =>
  ({ case: id, direction: 'loss', tags: [], weight: 1, reasons: [], ...more }) as Flip;

/** The open cases of one arm. */
function open(flips: Flip[], more: Partial<Comparison> = {}, deterministic = false): string[] {
  const suite = { name: 's', arms: [{ id: 'a', deterministic }, { id: 'b' }] } as RunSuite;
  const comparison = { target: 'population', flips, ...more };
  const summary = { suites: [{ suite: 's', arms: [{ arm: 'a', comparison }, { arm: 'b' }] }] };
  return openFlips([suite], summary as unknown as Summary).flatMap(({ arm, cases }) => {
    expect(arm.id).toBe('a');
    return cases;
  });
}

describe('what is left to be drawn again', () => {
  test('losses that nobody has drawn, or not to the end', () => {
    const redrawn = (verdict: 'regressed' | 'cleared' | 'flaky' | 'open', of: number) => ({
      redrawn: { passed: 1, of, verdict },
    });
    const flips = [
      flip('new'),
      flip('gain', { direction: 'gain' }),
      flip('bad', redrawn('regressed', 2)),
      flip('good', redrawn('cleared', 5)),
      flip('cut', redrawn('open', 19)),
      flip('mixed', redrawn('flaky', 20)),
    ];
    expect(open(flips)).toEqual(['new', 'cut']);
  });

  test('at most fifty, unless exactly these cases matter', () => {
    const many = Array.from({ length: 120 }, (_, n) => flip(`c${n}`));
    expect(open(many)).toHaveLength(50);
    expect(open(many, { target: 'suite' })).toHaveLength(120);
  });

  test('nothing of a model that always says the same, nor where the provider moved', () => {
    expect(open([flip('c')], {}, true)).toEqual([]);
    expect(open([flip('c')], { stale: 'The provider moved.' })).toEqual([]);
  });
});
