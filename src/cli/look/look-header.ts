import type { Gate } from '../../domain/gate.ts';
import type { OpenedHoldout } from '../../domain/holdout.ts';
import type { Run, RunArm, RunSuite } from '../../domain/run.ts';
import type { PlannedLook } from './planned-look.ts';
import { usualMargin } from './usual-margin.ts';

/** The cases are a sample, whatever the suite says of its own; a sealed set is tested at what is left of its error. */
function gateOf(gate: Gate, { settings, alpha }: PlannedLook): Gate {
  // A margin of 0 is for a gate that tests nothing.
  const margin = (settings ? settings.margin : gate.margin) || usualMargin;
  const sample: Gate = { ...gate, target: 'population', margin };
  return settings && alpha !== undefined ? { ...sample, confidence: 1 - alpha } : sample;
}

function toSuite(suite: RunSuite, look: PlannedLook, kind: OpenedHoldout['kind']): RunSuite {
  const { baseline: _, quarantine: __, stopEarly: ___, ...rest } = suite;
  const { references, unchanged } = look.references;
  const isAsked = ({ id }: RunArm) => kind === 'frozen' || look.way !== 'asked' || !unchanged.includes(id);
  return {
    ...rest,
    // A case that does not fit is none for the loader.
    ...(kind === 'sealed' ? { cases: look.cases, casesInSuite: look.cases } : {}),
    arms: suite.arms.filter(isAsked),
    gate: gateOf(suite.gate, look),
    holdout: {
      kind,
      baseline: references.map(({ noted }) => noted),
      unchanged,
      before: look.before,
      ...(look.seen ? { seen: look.seen } : {}),
    },
  };
}

/** The header of a run of holdouts: with the arms of the baselines that are asked beside its own, and nothing to go on with. */
export function lookHeader(
  { chosen: _, ...header }: Run,
  looks: readonly PlannedLook[],
  kind: OpenedHoldout['kind'],
  trials: number,
): Run {
  const suites = header.suites.map((suite, index) => toSuite(suite, looks[index]!, kind));
  return { ...header, suites, trials };
}
