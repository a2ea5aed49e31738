import { defineReporter } from '../domain/reporter.ts';
import type { RunSuite } from '../domain/run.ts';
import type { Ruling, SuiteSummary } from '../domain/summary.ts';
import { count } from '../text/count.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { tables } from './markdown/tables.ts';
import { trials } from './markdown/trials.ts';
import { armLabels } from './wording/arm-labels.ts';
import { outcome } from './wording/outcome.ts';
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

function* suitePage(summary: SuiteSummary, suite: RunSuite): Generator<string> {
  yield `### ${escapeMarkdown(summary.suite)} ${summary.verdict}\n\n${tables(summary)}`;
  const labels = armLabels(summary.arms);
  for (const [index, arm] of summary.arms.entries()) {
    if (summary.arms.length > 1) yield `#### ${escapeMarkdown(labels[index] ?? arm.arm)}\n\n`;
    const counts = [...tally(arm).map(({ words }) => words), ...sources([arm])];
    const others = standIns(arm, suite.gate, escapeMarkdown).map((line) => `- ⚠️ ${line}.\n`);
    const list = arm.rulings.map(
      ({ verdict, sentence }) => `- ${signs[verdict]} ${escapeSentence(sentence)}\n`,
    );
    yield `${counts.join(' · ')}\n\n${others.join('')}${list.join('')}\n`;
    yield* trials(arm, suite.repeat);
  }
}

/** A ruling's sentence may name cases: nothing in it may be obeyed, and outside of `<code>` nobody mentioned. */
const escapeSentence = (sentence: string) =>
  escapeMarkdown(sentence).slice('<code>'.length, -'</code>'.length).replaceAll('&#64;', '&#64;&#8203;');

/** A page for a pull request's comment or a job's summary; never longer than GitHub takes. */
export const markdown = defineReporter({
  name: 'markdown',
  summary: "A page for a pull request's comment or GITHUB_STEP_SUMMARY.",
  extension: 'md',
  async *render({ run, summary }) {
    const { verdict, what, took } = outcome(summary);
    yield `## evals: ${verdict}\n\n${what} · ${took}\n\n`;
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
      yield `_${count(left, 'part')} left out: the page would be too long. The whole run: \`evals show ${run.id}\`_\n`;
  },
});
