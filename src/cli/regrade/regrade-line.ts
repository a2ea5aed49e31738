import type { Baseline } from '../../domain/baseline.ts';
import { readBaseline } from '../../store/read-baseline.ts';
import { count } from '../../text/count.ts';
import type { Project } from '../open-project.ts';
import { lanesToRegrade } from './lanes-to-regrade.ts';

/** What a run would grade again of its baselines, in a line; empty where graders are what they were. */
export async function regradeLine({ plan, root }: Pick<Project, 'plan' | 'root'>): Promise<string> {
  const baselines = new Map<string, Baseline>();
  for (const { suite } of plan.suites) {
    const { value } = await readBaseline(root, suite.name);
    if (value) baselines.set(suite.name, value);
  }
  const suites = plan.suites.map(({ suite, arms }) => ({ name: suite.name, arms }));
  const lanes = await lanesToRegrade(plan.suites, { suites }, { baselines });
  const answers = lanes.reduce((sum, { lane, wanted }) => sum + wanted.size * lane.repeat, 0);
  if (answers === 0) return '';
  const names = new Set(lanes.map(({ suite }) => suite));
  const isJudged = plan.suites.some(({ suite }) => names.has(suite.name) && suite.questions.length > 0);
  const by = isJudged ? ', for which judges are asked' : '';
  return `Graders have changed since the baseline was accepted: + ${count(answers, 'answer')} of it graded again${by}.\n`;
}
