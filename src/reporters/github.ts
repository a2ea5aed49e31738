import { defineReporter } from '../domain/reporter.ts';
import type { RunSuite } from '../domain/run.ts';
import type { ArmSummary, Notable, Ruling, SuiteSummary } from '../domain/summary.ts';
import { count } from '../text/count.ts';
import { stripEscapes } from '../text/strip-escapes.ts';
import { truncate } from '../text/truncate.ts';
import { outcome } from './wording/outcome.ts';
import { sources } from './wording/sources.ts';
import { standIns } from './wording/stand-ins.ts';

/** GitHub shows ten of a type in a step and drops the rest. */
const most = 10;
const longest = 500;

type Annotation = { level: 'error' | 'warning'; file: string; title: string; message: string };

const escapeMessage = (text: string) =>
  stripEscapes(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string) => escapeMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

function command({ level, file, title, message }: Annotation): string {
  return `::${level} file=${escapeProperty(file)},title=${escapeProperty(title)}::${escapeMessage(message)}\n`;
}

function toMessage(notable: Notable): string {
  const part = (name: string, text: string | undefined) =>
    text === undefined ? [] : [`${name}: ${truncate(text, longest)}`];
  const reasons = notable.reasons.map((reason) => truncate(reason, longest));
  return [...reasons, ...part('expected', notable.expected), ...part('got', notable.got)].join('\n');
}

function ofRuling(ruling: Ruling, arm: string, { name, file }: RunSuite): Annotation[] {
  if (ruling.verdict === 'pass') return [];
  const level = ruling.verdict === 'fail' ? 'error' : 'warning';
  return [{ level, file, title: `${name} · ${arm} · ${ruling.rule}`, message: ruling.sentence }];
}

function ofStandIns(arm: ArmSummary, { name, file, gate }: RunSuite): Annotation[] {
  const title = `${name} · ${arm.arm} · fallback`;
  return standIns(arm, gate).map((message) => ({ level: 'warning', file, title, message: `${message}.` }));
}

function ofNotable(notable: Notable, arm: string, { name, file }: RunSuite): Annotation {
  const level = notable.status === 'failed' ? 'error' : 'warning';
  const title = `${name} · ${notable.case} ${notable.status} · ${arm}`;
  return { level, file, title, message: toMessage(notable) };
}

function annotations(
  summary: SuiteSummary,
  suite: RunSuite,
): { rulings: Annotation[]; trials: Annotation[] } {
  return {
    rulings: summary.arms.flatMap((arm) => [
      ...arm.rulings.flatMap((ruling) => ofRuling(ruling, arm.arm, suite)),
      ...ofStandIns(arm, suite),
    ]),
    trials: summary.arms.flatMap((arm) => arm.notable.map((notable) => ofNotable(notable, arm.arm, suite))),
  };
}

/** Annotations for a workflow's log: rules first, then trials, ten errors and ten warnings at most, and the result. */
export const github = defineReporter({
  name: 'github',
  summary: "Annotations in a GitHub workflow's log and on the pull request's files.",
  extension: 'txt',
  async *render({ run, summary }) {
    const all = summary.suites.flatMap((suite, index) => {
      const planned = run.suites[index];
      return planned ? [annotations(suite, planned)] : [];
    });
    const ordered = [...all.flatMap((one) => one.rulings), ...all.flatMap((one) => one.trials)];
    for (const level of ['error', 'warning'] as const) {
      yield* ordered
        .filter((one) => one.level === level)
        .slice(0, most)
        .map(command);
    }
    const { verdict, what, took } = outcome(summary);
    const arms = summary.suites.flatMap((suite) => suite.arms);
    const failed = arms.reduce((sum, arm) => sum + arm.counts.failed, 0);
    const words = [what, took, ...sources(arms), ...(failed > 0 ? [`${count(failed, 'trial')} failed`] : [])];
    yield `::notice title=${escapeProperty(`evals: ${verdict}`)}::${escapeMessage(words.join(' · '))}\n`;
  },
});
