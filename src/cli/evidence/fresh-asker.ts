import pLimit from 'p-limit';
import type { TrialRow } from '../../domain/trial-row.ts';
import { askLot } from '../../execute/ask-lot.ts';
import type { Execution } from '../../execute/execute.ts';
import type { ToolsOf } from '../../execute/trial-tools.ts';
import type { Lot } from '../../plan/plan.ts';
import type { Instruments } from '../instruments.ts';

/** Asks once more, whatever is in the cache. Undefined when nothing more may be asked, or it was given up. */
export type AskFresh = (lot: Lot) => Promise<TrialRow | undefined>;

/** As many at once as the trials of a provider are. Rejects when a case cannot be read any more. */
export function freshAsker(
  execution: Execution & { freshTools: ToolsOf },
  { pools, fresh }: Instruments,
): AskFresh {
  const { clock, stop } = execution;
  const widths = new Map(pools.map(({ provider, width }) => [provider, pLimit(width)]));
  const asks = new Map<Lot['arm'], ReturnType<typeof fresh>>();
  const askOf = (arm: Lot['arm']) => {
    const ask = asks.get(arm) ?? fresh(arm.model);
    asks.set(arm, ask);
    return ask;
  };
  // The journal knows nothing of these.
  const asking = { ...execution, toolsOf: execution.freshTools, isDone: () => false };
  const stamp = () => clock.date().toISOString();
  return (lot) =>
    widths.get(lot.arm.model.provider)!(async () =>
      stop.aborted ? undefined : askLot(lot, askOf(lot.arm), asking, stamp),
    );
}
