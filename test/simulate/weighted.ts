import { judged } from './judged.ts';
import { oneCase } from './one-case.ts';
import type { Scenario } from './scenario.ts';

type World = { cases: number; spread: number; margin: number; lost: number; gained: number };

const scenario = ({ cases, spread, margin, lost, gained }: World): Scenario =>
  judged({
    table: 'Weights',
    name: `${cases} cases, weights e^(${spread} z), ${(lost * 100).toFixed(0)} % lost, ${(gained * 100).toFixed(0)} % gained`,
    ...{ margin, truth: gained - lost, promise: gained < lost ? 0.09 : 0.05 },
    draw: ({ uniform, gaussian }) =>
      Array.from({ length: cases }, () => {
        const at = uniform();
        const weight = Math.exp(spread * gaussian());
        return oneCase(at < lost ? [1, 0] : at < lost + gained ? [0, 1] : [1, 1], { weight });
      }),
  });

export const weighted: Scenario[] = [
  { cases: 100, margin: 0.1 },
  { cases: 120, margin: 0.05 },
  { cases: 200, margin: 0.05 },
  { cases: 400, margin: 0.02 },
].flatMap((base) =>
  [0.3, 0.7].flatMap((spread) => [
    scenario({ ...base, spread, lost: 0.03, gained: 0.03 }),
    scenario({ ...base, spread, lost: base.margin, gained: 0 }),
    scenario({ ...base, spread, lost: base.margin + 0.05, gained: 0.05 }),
  ]),
);
