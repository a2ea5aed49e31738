import { clustered } from './clustered.ts';
import { earlyErrors, savings } from './early.ts';
import { exact } from './exact.ts';
import { flaky } from './flaky.ts';
import { gap } from './gap.ts';
import { looked } from './looked.ts';
import { missing } from './missing.ts';
import type { Scenario } from './scenario.ts';
import { sliced } from './sliced.ts';
import { throughJudge } from './through-judge.ts';
import { weighted } from './weighted.ts';

/** All worlds, in the order of their tables, with how many runs each is given. */
export const scenarios: readonly { runs: number; worlds: readonly Scenario[] }[] = [
  { runs: 20_000, worlds: exact },
  { runs: 2500, worlds: flaky },
  { runs: 2000, worlds: clustered },
  { runs: 4000, worlds: weighted },
  { runs: 4000, worlds: missing },
  { runs: 2000, worlds: sliced },
  { runs: 2000, worlds: throughJudge },
  { runs: 1000, worlds: savings },
  { runs: 1000, worlds: earlyErrors },
  { runs: 4000, worlds: looked },
  { runs: 4000, worlds: gap },
];
