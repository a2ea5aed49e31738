import type { Gate } from '../../domain/gate.ts';
import type { GateOptions } from '../gate/gate-options.ts';

/** Points that may be lost where the gate does not say. */
const usualMargin = 5;

/** A gate as its tests take it, alpha without the dust of a subtraction; `discordance` is the share (0..1) of pairs that differ by chance, where that is known. */
export function reachOptions(
  { margin = usualMargin, confidence, slices, tail }: Gate,
  discordance?: number,
): GateOptions & { slices: readonly string[] } {
  return {
    ...{ margin: margin / 100, alpha: Number((1 - confidence).toFixed(12)), slices },
    ...(tail === undefined ? {} : { tail }),
    ...(discordance === undefined ? {} : { discordance }),
  };
}
