import type { Baseline } from '../../domain/baseline.ts';
import type { Provider } from '../../domain/provider.ts';
import { providers } from '../../providers/index.ts';
import { readBaseline } from '../../store/read-baseline.ts';
import { count } from '../../text/count.ts';
import type { Project } from '../open-project.ts';
import type { RunOptions } from '../parse-run-options.ts';
import { Refusal } from '../refusal.ts';

/** Cases of a baseline that are asked again, at most. */
const canaryCalls = 25;

/**
 * What a run would ask beside its trials, in a line; empty where it is held against no baseline, its models always say
 * the same, or its flags leave that out: from a cassette nothing is asked. Throws a `Refusal` at a baseline that cannot be read.
 */
export async function extraCalls(
  { plan, root }: Pick<Project, 'plan' | 'root'>,
  manner: Pick<RunOptions, 'replay' | 'canary' | 'redraw'>,
): Promise<string> {
  if (manner.replay !== undefined) return '';
  let [canary, redrawn] = [0, 0];
  for (const { suite, arms } of plan.suites) {
    const { value, problems: found } = await readBaseline(root, suite.name);
    if (found.some(({ severity }) => severity === 'error')) throw new Refusal(found);
    const held = lanesOf(value);
    const own = arms.filter(({ lane, model }) => held.has(lane) && !providerOf(model.provider).deterministic);
    const distant = own.filter(({ model }) => providerOf(model.provider).needsNetwork);
    redrawn += own.length;
    canary += new Set(distant.map(({ lane }) => lane)).size * canaryCalls;
  }
  return toLine({ canary: manner.canary ? canary : 0, redrawn: manner.redraw ? redrawn : 0 });
}

function toLine({ canary, redrawn }: { canary: number; redrawn: number }): string {
  const parts = [
    ...(canary > 0 ? [`up to ${count(canary, 'call')} to see whether the provider moved`] : []),
    ...(redrawn > 0 ? ['fresh calls for cases that newly fail (2 to 20 each)'] : []),
  ];
  return parts.length === 0 ? '' : `Held against a baseline: + ${parts.join(', and ')}.\n`;
}

const lanesOf = (baseline: Baseline | undefined) =>
  new Set((baseline?.lanes ?? []).map(({ arm }) => arm.lane));

const providerOf = (name: string) => providers.get(name) as Provider;
