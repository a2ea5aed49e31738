import { defineReporter } from '../domain/reporter.ts';
import type { RunSuite } from '../domain/run.ts';
import type { Ruling, SuiteSummary } from '../domain/summary.ts';
import { count } from '../text/count.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { comparisonBlock } from './markdown/comparison-block.ts';
import { escapeSentence } from './markdown/escape-sentence.ts';
import { tables } from './markdown/tables.ts';
import { trials } from './markdown/trials.ts';
import { armLabels } from './wording/arm-labels.ts';
import { holdoutLines } from './wording/holdout-lines.ts';
import { judgeLines } from './wording/judge-lines.ts';
import { outcome } from './wording/outcome.ts';
import { robustWords } from './wording/robust-words.ts';
import { sources } from './wording/sources.ts';
import { standIns } from './wording/stand-ins.ts';
import { tally } from './wording/tally.ts';

/** GitHub refuses a comment of more than 65,536 characters. */
const longest = 60_000;
const signs: Record<Ruling['verdict'], string> = {
  pass: '✅',
  fail: '❌',
  incomplete: '⚠️',
  inconclusive: '⚠️',
  warn: '⚠️',
};

type Arm = SuiteSummary['arms'][number];

function* armPage(arm: Arm, { gate, repeat }: RunSuite): Generator<string> {
  const counts = [...tally(arm).map(({ words }) => words), ...sources([arm])];
  const others = standIns(arm, gate, escapeMarkdown).map((line) => `- ⚠️ ${line}.\n`);
  const list = arm.rulings.map(
    ({ verdict, sentence }) => `- ${signs[verdict]} ${escapeSentence(sentence)}\n`,
  );
  const robust = arm.robustness ? [`robustness: ${robustWords(arm.robustness.all)}`] : [];
  const judges = [...judgeLines(arm), ...robust].map((line) => `- ${escapeSentence(line)}\n`);
  yield `${counts.join(' · ')}\n\n${judges.join('')}${others.join('')}${list.join('')}\n`;
  if (arm.comparison) yield* comparisonBlock(arm.comparison).folded;
  yield* trials(arm, repeat);
}

const compared = ({ comparison }: Arm) => (comparison ? comparisonBlock(comparison).open : '');

function holdout(summary: SuiteSummary, suite: RunSuite): string {
  const lines = holdoutLines(summary, suite);
  return lines.length === 0 ? '' : `${lines.map((line) => `- ${escapeSentence(line)}\n`).join('')}\n`;
}

function* suitePage(summary: SuiteSummary, suite: RunSuite): Generator<string> {
  const [only, ...others] = summary.arms;
  const isOne = only !== undefined && others.length === 0;
  yield `### ${escapeMarkdown(summary.suite)} ${summary.verdict}\n\n${holdout(summary, suite)}`;
  if (suite.holdout?.kind === 'sealed') return;
  yield `${isOne ? compared(only) : ''}${tables(summary)}`;
  const labels = armLabels(summary.arms);
  for (const [index, arm] of summary.arms.entries()) {
    if (!isOne) yield `#### ${escapeMarkdown(labels[index] ?? arm.arm)}\n\n${compared(arm)}`;
    yield* armPage(arm, suite);
  }
}

/** A page for a pull request's comment or a job's summary; never longer than GitHub takes. */
export const markdown = defineReporter({
  name: 'markdown',
  summary: "A page for a pull request's comment or GITHUB_STEP_SUMMARY.",
  extension: 'md',
  async *render({ run, summary }) {
    const { verdict, what, took } = outcome(summary);
    yield `## evals: ${verdict}\n\n${took === '' ? what : `${what} · ${took}`}\n\n`;
    let used = 0;
    let left = 0;
    for (const [index, suite] of summary.suites.entries()) {
      const planned = run.suites[index];
      for (const part of planned ? suitePage(suite, planned) : []) {
        used += part.length;
        if (used > longest) left += 1;
        else yield part;
      }
    }
    if (left > 0)
      yield `_${count(left, 'part')} left out: the page would be too long.${run.suites.some((suite) => suite.holdout) ? '' : ` The whole run: \`evals show ${run.id}\``}_\n`;
  },
});
