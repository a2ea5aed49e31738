import { judged } from './judged.ts';
import { oneCase } from './one-case.ts';
import type { Scenario } from './scenario.ts';

/** Slices of which the first may be worse. In truth the gate is as bad as its worst slice. */
const scenario = (slices: number, each: number, drop: number): Scenario =>
  judged({
    table: 'Protected slices',
    name: `${slices} slices of ${each} cases${drop > 0 ? ', one of them worse by the margin' : ''}`,
    slices: Array.from({ length: slices }, (_, at) => `${at}`),
    ...{ margin: 0.05, truth: -drop, promise: 0.05 },
    draw: ({ uniform }) =>
      Array.from({ length: slices * each }, (_, index) => {
        const slice = index % slices;
        const at = uniform();
        const lost = 0.03 + (slice === 0 ? drop : 0);
        return oneCase(at < lost ? [1, 0] : at < lost + 0.03 ? [0, 1] : [1, 1], { tags: [`${slice}`] });
      }),
  });

export const sliced: Scenario[] = [
  [4, 80],
  [4, 100],
  [10, 100],
].flatMap(([slices, each]) => [scenario(slices!, each!, 0), scenario(slices!, each!, 0.05)]);
