import type { Flip } from '../domain/comparison.ts';
import { defineReporter } from '../domain/reporter.ts';
import type { RunSuite } from '../domain/run.ts';
import type { ArmSummary, Notable, Ruling, SuiteSummary } from '../domain/summary.ts';
import { count } from '../text/count.ts';
import { stripEscapes } from '../text/strip-escapes.ts';
import { truncate } from '../text/truncate.ts';
import { comparisonSentence } from './wording/comparison-sentence.ts';
import { holdoutLines } from './wording/holdout-lines.ts';
import { outcome } from './wording/outcome.ts';
import { redrawnWords } from './wording/redrawn-words.ts';
import { regressedLines } from './wording/regressed-lines.ts';
import { sources } from './wording/sources.ts';
import { standIns } from './wording/stand-ins.ts';

/** GitHub shows ten of a type in a step and drops the rest. */
const most = 10;
const longest = 500;

type Arm = SuiteSummary['arms'][number];
type Annotation = { level: 'error' | 'warning'; file: string; title: string; message: string };

const escapeMessage = (text: string) =>
  stripEscapes(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string) => escapeMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

function command({ level, file, title, message }: Annotation): string {
  return `::${level} file=${escapeProperty(file)},title=${escapeProperty(title)}::${escapeMessage(message)}\n`;
}

type Told = Pick<Flip, 'reasons' | 'expected' | 'before' | 'got'>;

function toMessage({ reasons, expected, before, got }: Told): string {
  const part = (name: string, text: string | undefined) =>
    text === undefined ? [] : [`${name}: ${truncate(text, longest)}`];
  const why = reasons.map((reason) => truncate(reason, longest));
  const then = before === expected ? undefined : before;
  return [...why, ...part('expected', expected), ...part('before', then), ...part('got', got)].join('\n');
}

const ofComparison = new Set<Ruling['rule']>(['comparison', 'slice', 'flips', 'stale', 'baseline']);

/** The numbers behind the first rule of a comparison that does not pass; its sentence says what follows from them. */
function seen({ comparison, rulings }: Arm, ruling: Ruling): string[] {
  const first = rulings.find(({ rule, verdict }) => ofComparison.has(rule) && verdict !== 'pass');
  if (!comparison || ruling !== first) return [];
  const lines = regressedLines(comparison).map(({ text }) => text);
  return [comparisonSentence(comparison), ...lines];
}

function ofRuling(ruling: Ruling, arm: Arm, { name, file }: RunSuite): Annotation[] {
  if (ruling.verdict === 'pass') return [];
  const level = ruling.verdict === 'fail' ? 'error' : 'warning';
  const message = [ruling.sentence, ...seen(arm, ruling)].join('\n');
  return [{ level, file, title: `${name} · ${arm.arm} · ${ruling.rule}`, message }];
}

function ofStandIns(arm: ArmSummary, { name, file, gate }: RunSuite): Annotation[] {
  const title = `${name} · ${arm.arm} · fallback`;
  return standIns(arm, gate).map((message) => ({ level: 'warning', file, title, message: `${message}.` }));
}

const isFailed = ({ rulings }: Arm) => rulings.some(({ verdict }) => verdict === 'fail');

/** An error says that the exit code is 1, so that a case that fails where the gate does not is a warning. */
function ofNotable(notable: Notable, arm: Arm, { name, file }: RunSuite): Annotation {
  const level = notable.status === 'failed' && isFailed(arm) ? 'error' : 'warning';
  const title = `${name} · ${notable.case} ${notable.status} · ${arm.arm}`;
  return { level, file, title, message: toMessage(notable) };
}

/** What fresh answers have cleared is noise: it is told, and is no error. */
function ofFlip(flip: Flip, arm: Arm, { name, file }: RunSuite): Annotation {
  const fresh = redrawnWords(flip);
  const reasons = [...(fresh === undefined ? [] : [fresh]), ...flip.reasons];
  const title = `${name} · ${flip.case} newly failing · ${arm.arm}`;
  const level = isFailed(arm) && flip.redrawn?.verdict !== 'cleared' ? 'error' : 'warning';
  return { level, file, title, message: toMessage({ ...flip, reasons }) };
}

/** Beside a comparison only what is newly failing is worth one of the ten places. */
function ofTrials(arm: Arm, suite: RunSuite): Annotation[] {
  const { comparison, notable } = arm;
  const losses = comparison?.flips.filter((flip) => flip.direction === 'loss') ?? [];
  const others = comparison ? notable.filter(({ status }) => status !== 'failed') : notable;
  return [
    ...losses.map((flip) => ofFlip(flip, arm, suite)),
    ...others.map((one) => ofNotable(one, arm, suite)),
  ];
}

/** Of a sealed holdout there is a bit, and no rule that says why. */
function ofSeal(summary: SuiteSummary, suite: RunSuite): Annotation[] {
  const { verdict } = summary;
  if (suite.holdout?.kind !== 'sealed' || verdict === 'PASS') return [];
  const level = verdict === 'NOT-PASS' ? 'error' : 'warning';
  const title = `${suite.name} · holdout ${verdict}`;
  return [{ level, file: suite.file, title, message: holdoutLines(summary, suite).join(' · ') }];
}

function annotations(
  summary: SuiteSummary,
  suite: RunSuite,
): { rulings: Annotation[]; trials: Annotation[] } {
  const seal = ofSeal(summary, suite);
  return {
    rulings:
      seal.length > 0
        ? seal
        : summary.arms.flatMap((arm) => [
            ...arm.rulings.flatMap((ruling) => ofRuling(ruling, arm, suite)),
            ...ofStandIns(arm, suite),
          ]),
    trials: summary.arms.flatMap((arm) => ofTrials(arm, suite)),
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
    const words = [
      what,
      ...(took === '' ? [] : [took]),
      ...sources(arms),
      ...(failed > 0 ? [`${count(failed, 'trial')} failed`] : []),
    ];
    yield `::notice title=${escapeProperty(`evals: ${verdict}`)}::${escapeMessage(words.join(' · '))}\n`;
  },
});
