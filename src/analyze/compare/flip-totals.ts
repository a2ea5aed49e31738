import type { Comparison, Flip } from '../../domain/comparison.ts';

/** How many flipped each way, and what became of the losses that were drawn again. */
export function flipTotals(all: readonly Flip[]): Comparison['flipTotals'] {
  const losses = all.filter(({ direction }) => direction === 'loss');
  const drawn = losses.flatMap(({ redrawn }) => (redrawn ? [redrawn.verdict] : []));
  const number = (verdict: string) => drawn.filter((one) => one === verdict).length;
  return {
    ...{ losses: losses.length, gains: all.length - losses.length, redrawn: drawn.length },
    ...{
      regressed: number('regressed'),
      flaky: number('flaky'),
      cleared: number('cleared'),
      open: number('open'),
    },
  };
}
