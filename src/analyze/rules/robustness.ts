import type { Gate } from '../../domain/gate.ts';
import type { Robust } from '../../domain/robustness.ts';
import type { ArmSummary, Ruling, Slice } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { quote } from '../../text/quote.ts';

const named = (kind: string | undefined) =>
  kind === undefined ? 'under every variant' : `under every ${quote(kind)}`;

function verdictOf({ hold, parents, open }: Robust, floor: number): Ruling['verdict'] {
  if ((hold + open) / (parents + open) < floor - 1e-9) return 'fail';
  return hold / (parents + open) >= floor - 1e-9 ? 'pass' : 'incomplete';
}

/** One share against its floor (percent); what has no verdict is counted both ways. */
function share(one: Robust | undefined, kind: string | undefined, floor: number): Ruling {
  const held = `${Number(floor.toFixed(6))} %`;
  if (!one || one.parents + one.open === 0) {
    const sentence = `No parent that passes has a variant${kind === undefined ? '' : ` of the kind ${quote(kind)}`}, so its robustness of ${held} cannot be told.`;
    return { rule: 'robustness', verdict: 'incomplete', sentence };
  }
  const { hold, parents, open, rate, low, high } = one;
  const verdict = verdictOf(one, floor / 100);
  const interval = rate === null ? '' : `; 95 % interval ${percent(low!)} to ${percent(high!)}`;
  const left = open > 0 ? `, ${count(open, 'more')} without a verdict` : '';
  const told = `${percent(hold / Math.max(1, parents))} of parents that pass hold ${named(kind)} (${hold} of ${parents}${left}${interval})`;
  const end = verdict === 'fail' ? `: below the floor of ${held}.` : `: the floor is ${held}.`;
  return { rule: 'robustness', verdict, sentence: told + end };
}

/** No variant of such a kind may fail at all, whatever its parent does. */
function zero(kind: string, slice: Slice | undefined): Ruling {
  const { passed = 0, failed = 0, errored = 0, ungraded = 0 } = slice?.counts ?? {};
  const rule = 'robustness' as const;
  const all = passed + failed + errored + ungraded;
  if (failed > 0)
    return {
      rule,
      verdict: 'fail',
      sentence: `${count(failed, 'trial')} of ${all} of the kind ${quote(kind)} failed, and none may.`,
    };
  if (all === 0)
    return {
      rule,
      verdict: 'incomplete',
      sentence: `No trial of the kind ${quote(kind)} was graded, and none of it may fail.`,
    };
  if (errored + ungraded > 0)
    return {
      rule,
      verdict: 'incomplete',
      sentence: `${count(errored + ungraded, 'trial')} of ${all} of the kind ${quote(kind)} has no verdict, and none of it may fail.`,
    };
  return { rule, verdict: 'pass', sentence: `No trial of the kind ${quote(kind)} failed (${all} passed).` };
}

/** Robustness against what the gate asks of it: of all kinds together, of single ones, and the kinds of which none may fail. */
export function robustness(
  arm: Pick<ArmSummary, 'robustness' | 'adversarial'>,
  { robustness: wanted }: Gate,
): Ruling[] {
  if (!wanted) return [];
  const { all, kinds = [] } = arm.robustness ?? {};
  return [
    ...(wanted.pass === undefined ? [] : [share(all, undefined, wanted.pass)]),
    ...Object.entries(wanted.kinds ?? {}).map(([kind, floor]) =>
      share(
        kinds.find((one) => one.kind === kind),
        kind,
        floor,
      ),
    ),
    ...(wanted.critical ?? []).map((kind) =>
      zero(
        kind,
        arm.adversarial.find(({ name }) => name === kind),
      ),
    ),
  ];
}
