import type { RunSuite } from '../../domain/run.ts';
import type { ArmSummary, Rate, Ruling } from '../../domain/summary.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import { comparisonPage } from '../comparison/comparison-page.ts';
import { interval } from '../wording/interval.ts';
import { judgeLines } from '../wording/judge-lines.ts';
import { judgedRate } from '../wording/judged-rate.ts';
import { robustWords } from '../wording/robust-words.ts';
import { share } from '../wording/share.ts';
import { standIns } from '../wording/stand-ins.ts';
import { tally } from '../wording/tally.ts';
import { usage } from '../wording/usage.ts';
import type { Canvas } from './canvas.ts';
import { causes } from './causes.ts';
import { failures } from './failures.ts';
import { rulings } from './rulings.ts';
import { slices } from './slices.ts';

const plain = (text: string) => text;
const mostWarnings = 3;

type Arm = ArmSummary & { rulings: Ruling[] };
type ArmOptions = { suite: RunSuite; run: string; mostFailures: number };

function rate(arm: ArmSummary, on: Canvas): string[] {
  if (arm.rate.rate === null) return [`  ${on.unsure('nothing graded')}`];
  const paint = arm.counts.failed > 0 ? plain : on.good;
  const method = (one: Rate) => ({ text: one.method === 'Wilson' ? '' : ` (${one.method})`, mark: on.quiet });
  const lines = on.paragraph('  ', [
    { text: `${share(arm.rate)} passed  `, mark: (text) => on.strong(paint(text)) },
    { text: `95 % interval ${interval(arm.rate)}`, mark: plain },
    method(arm.rate),
    ...judged(arm, on),
  ]);
  if (!arm.weighted) return lines;
  const text = `${share(arm.weighted)} by weight  95 % interval ${interval(arm.weighted)}`;
  return [...lines, ...on.paragraph('  ', [{ text, mark: plain }, method(arm.weighted)])];
}

/** A rate that judges have a part in says so. */
function judged(arm: ArmSummary, on: Canvas) {
  const words = judgedRate(arm);
  return words === undefined ? [] : [{ text: `, ${words}`, mark: on.unsure }];
}

/** What judges said and took, apart from the model. */
function judges(arm: ArmSummary, on: Canvas): string[] {
  return judgeLines(arm).flatMap((text) =>
    on.paragraph('  ', [{ text: oneLine(toScreen(text)), mark: on.quiet }]),
  );
}

/** How far cases hold under what was made of them. */
function robust({ robustness }: ArmSummary, on: Canvas): string[] {
  return robustness
    ? on.paragraph('  ', [{ text: `robustness: ${robustWords(robustness.all)}`, mark: on.quiet }])
    : [];
}

function counts(arm: ArmSummary, on: Canvas): string[] {
  const inks = { passed: on.good, failed: on.bad, skipped: on.quiet };
  const pieces = tally(arm).map(({ status, words }, index, all) => ({
    text: index === all.length - 1 ? words : `${words} · `,
    mark: { errored: on.unsure, ungraded: on.unsure, missing: on.unsure, ...inks }[status],
  }));
  return on.paragraph('  ', pieces);
}

/** More than one id behind one model's name means that the provider moved while we measured. */
function served(arm: ArmSummary, on: Canvas): string[] {
  const ids = Object.entries(arm.served);
  if (ids.length < 2) return [];
  const list = ids.map(([id, times]) => `${id} (${times})`).join(', ');
  const text = oneLine(toScreen(`answered by different models: ${list}`));
  return on.paragraph('  ! ', [{ text, mark: on.unsure }]);
}

/** What it took, and which model says that it answered where that is not the name that was asked. */
function took(arm: ArmSummary, suite: RunSuite, on: Canvas): string[] {
  const [id, ...others] = Object.keys(arm.served);
  const asked = suite.arms.find((one) => one.id === arm.arm)?.modelId;
  const isNews = id !== undefined && others.length === 0 && id !== asked;
  const parts = [...usage(arm), ...(isNews ? [`answered by ${oneLine(toScreen(id))}`] : [])];
  return on.paragraph('  ', [{ text: parts.join(' · '), mark: on.quiet }]);
}

/** Answers of others: a person has to see them, whether they count or not. */
function foreign(arm: ArmSummary, { gate }: RunSuite, on: Canvas): string[] {
  return standIns(arm, gate).flatMap((text) =>
    on.paragraph('  ! ', [{ text: oneLine(toScreen(text)), mark: on.unsure }]),
  );
}

function warnings(arm: ArmSummary, on: Canvas): string[] {
  const shown = arm.warnings.slice(0, mostWarnings);
  const more = arm.warnings.length - shown.length;
  const lines = shown.flatMap((text) =>
    on.paragraph('  ! ', [{ text: oneLine(toScreen(text)), mark: on.unsure }], 2),
  );
  return [...lines, ...(more > 0 ? [on.quiet(`    … and ${more} more warnings`)] : [])];
}

/** The arm against its baseline. Its slices are told by what moved in them, and not a second time by their rates. */
async function compared(arm: Arm, options: ArmOptions, on: Canvas): Promise<string[]> {
  if (!arm.comparison) return slices(arm, on);
  const isVeiled = options.suite.holdout !== undefined;
  const look = {
    mostFlips: options.mostFailures,
    more: isVeiled ? '' : `evals diff baseline ${options.run}`,
  };
  const page = ['', ...(await comparisonPage(arm.comparison, on, look))];
  return isVeiled ? [...page, ...(await slices(arm, on))] : page;
}

/** What went wrong, case by case; on a holdout that is not told. */
async function wrong(arm: Arm, { suite, run, mostFailures }: ArmOptions, on: Canvas): Promise<string[]> {
  if (suite.holdout) return [];
  const most = { most: mostFailures, repeats: suite.repeat, run };
  return [...(await failures(arm, most, on)), ...causes(arm, on)];
}

/** All that is said of one arm: rate, counts, cost and time, slices, what went wrong, and the rules of the gate. */
export async function armPage(arm: Arm, options: ArmOptions, on: Canvas): Promise<string[]> {
  const { suite } = options;
  return [
    ...rate(arm, on),
    ...counts(arm, on),
    ...took(arm, suite, on),
    ...judges(arm, on),
    ...robust(arm, on),
    ...served(arm, on),
    ...foreign(arm, suite, on),
    ...warnings(arm, on),
    ...(await compared(arm, options, on)),
    ...(await wrong(arm, options, on)),
    '',
    `  ${on.strong(suite.hasGate ? 'Gate' : 'Check')}`,
    ...rulings(arm.rulings, on),
  ];
}
