import { expect, test } from 'vitest';
import { flakeTest } from '../../src/stats/flake-test.ts';
import { near } from './near.ts';

function after(outcomes: string) {
  const test = flakeTest();
  for (const outcome of outcomes) test.add(outcome === 'p');
  return { verdict: test.verdict(), draws: test.draws() };
}

// Wald's lines by hand: fails·2.303 - passes·.642 against 4.554 and -2.986
test.each([
  ['', undefined],
  ['f', undefined],
  ['ff', 'regressed'],
  ['pppp', undefined],
  ['ppppp', 'cleared'],
  ['fp', undefined],
  ['fpf', undefined],
  ['fpff', 'regressed'],
  ['fpppppppp', undefined],
  ['fppppppppp', 'cleared'],
  ['ppppf', undefined],
])('after "%s": %s', (outcomes, verdict) => {
  expect(after(outcomes)).toEqual({ verdict, draws: outcomes.length });
});

test('a verdict stands: what comes later is not counted', () => {
  expect(after('ffpppppppppppppppppp')).toEqual({ verdict: 'regressed', draws: 2 });
  expect(after('pppppffffff')).toEqual({ verdict: 'cleared', draws: 5 });
});

type Open = Map<string, { way: string; chance: number }>;

/** The ways that are still open after one more run, each with its chance; ways with equal counts are walked as one. */
function step(open: Open, p: number, end: (verdict: 'regressed' | 'cleared', chance: number) => void): Open {
  const next: Open = new Map();
  for (const { way, chance } of open.values()) {
    for (const outcome of ['p', 'f']) {
      const now = { way: way + outcome, chance: chance * (outcome === 'p' ? p : 1 - p) };
      const { verdict } = after(now.way);
      const counts = [...now.way].sort().join('');
      if (verdict !== undefined) end(verdict, now.chance);
      else next.set(counts, { way: now.way, chance: now.chance + (next.get(counts)?.chance ?? 0) });
    }
  }
  return next;
}

/**
 * The shares that end as regressed and as cleared at a pass rate p, and the mean number of runs. R 4.2:
 *
 * wald <- function(p, end = 300) {
 *   state <- matrix(0, end + 1, end + 1); state[1, 1] <- 1; r <- c(0, 0, 0)
 *   for (t in 1:end) { nxt <- state * 0; for (f in 0:(t - 1)) { x <- state[f + 1, t - f]; if (x > 0) for (fail in 0:1) {
 *     w <- x * (if (fail) 1 - p else p); e <- (f + fail) * log(10) + (t - f - fail) * log(.5 / .95)
 *     if (e >= log(.95 / .01)) r <- r + w * c(1, 0, t) else if (e <= log(.05 / .99)) r <- r + w * c(0, 1, t)
 *     else nxt[f + fail + 1, t - f - fail + 1] <- nxt[f + fail + 1, t - f - fail + 1] + w } }; state <- nxt }
 *   r
 * }
 */
test.each([
  [1, 0, 1, 5],
  [0.95, 0.00540192036194, 0.994598079638, 6.47944179426],
  [0.9, 0.0398939472599, 0.96010605274, 8.43681729787],
  [0.8, 0.308290725418, 0.691709274582, 11.8152771851],
  [0.7, 0.681030405992, 0.318969594008, 10.8849905483],
  [0.5, 0.961215699841, 0.038784300159, 6.08549007924],
  [0.3, 0.99749191278, 0.00250808721988, 3.67131790099],
  [0, 1, 0, 2],
])('at a pass rate of %d, %d are flagged, %d cleared, in %d runs', (p, regressed, cleared, runs) => {
  const seen = { regressed: 0, cleared: 0, runs: 0 };
  let open: Open = new Map([['', { way: '', chance: 1 }]]);
  for (let run = 1; run <= 300; run++) {
    open = step(open, p, (verdict, chance) => {
      seen[verdict] += chance;
      seen.runs += run * chance;
    });
  }
  near(seen.regressed, regressed, 1e-9);
  near(seen.cleared, cleared, 1e-9);
  near(seen.runs, runs, 1e-9);
});
