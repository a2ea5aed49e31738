import { whyUnfit } from '../../analyze/calibration/why-unfit.ts';
import { gateJ } from '../../analyze/judging/gate-j.ts';
import type { Calibration } from '../../domain/calibration.ts';
import type { Canvas } from '../../reporters/terminal/canvas.ts';
import { table } from '../../reporters/terminal/table.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';
import { beyondMistakes } from './beyond-mistakes.ts';
import { coefficientText } from './coefficient-text.ts';
import { shareText } from './share-text.ts';

const plain = (text: string) => text;
const gap = 16;

/** One calibration on the screen: whom it is of, how often the judge is right, how it behaves, and what that means. */
export async function calibrationPage(
  calibration: Calibration,
  judge: string,
  on: Canvas,
): Promise<string[]> {
  const { suite, check, prompt, model, served } = calibration;
  const said = (text: string) => oneLine(toScreen(text));
  const answered = served.length === 0 ? '' : ` · answered by ${served.join(', ')}`;
  const who = `${prompt} · ${model.provider}:${model.id}${answered}`;
  const line = (name: string, text: string) =>
    on.paragraph(`  ${name.padEnd(gap)}`, [{ text: said(text), mark: plain }], 12);
  return [
    ...on.paragraph('', [
      { text: `${said(`${judge} · ${suite} / ${check}`)}  `, mark: on.strong },
      { text: said(who), mark: on.quiet },
    ]),
    ...on.paragraph('  ', [{ text: said(labelled(calibration)), mark: plain }], 12),
    '',
    ...(await confusion(calibration, on)),
    '',
    ...agreement(calibration).flatMap(([name, text]) => line(name, text)),
    ...beyondMistakes(calibration).flatMap(([name, text]) => line(name, text)),
    '',
    ...verdict(calibration, on),
  ];
}

/** What the labels are, and which of them say nothing. */
function labelled({ items, labels }: Calibration): string {
  const counting = items.filter(({ truth }) => truth !== null).length;
  const left = items.length - counting;
  const newest = labels.newest === undefined ? '' : `, the newest of ${labels.newest.slice(0, 10)}`;
  const gone =
    left === 0
      ? ''
      : ` ${count(left, 'more is', 'more are')} left out: persons are split on ${left === 1 ? 'it' : 'them'}, or nobody can tell.`;
  return `${count(counting, 'labelled output')} by ${labels.raters.join(', ') || 'nobody'} (${labels.file}${newest}).${gone}`;
}

function confusion({ counts, sensitivity, specificity }: Calibration, on: Canvas): Promise<string[]> {
  const { truePass, missedPass, trueFail, missedFail } = counts;
  const head = ['', 'judge: pass', 'judge: fail', 'the judge is right'];
  const rows = [
    ['persons: pass', thousands(truePass), thousands(missedPass), `${shareText(sensitivity)} (sensitivity)`],
    ['persons: fail', thousands(missedFail), thousands(trueFail), `${shareText(specificity)} (specificity)`],
  ];
  return table(head, rows, on.width);
}

function agreement({ j, kappa, weightedKappa, ac1, humans }: Calibration): [string, string][] {
  const said = humans && [
    `${percent(humans.agreement)} of pairs agree on ${count(humans.items, 'output')}`,
    ...(humans.kappa ? [`kappa ${coefficientText(humans.kappa)}`] : []),
    humans.alpha === null ? 'alpha cannot be told' : `alpha ${humans.alpha.toFixed(2)}`,
  ];
  return [
    [
      'J',
      `${coefficientText(j)}: sensitivity + specificity − 1; by it differences shrink on the way through the judge`,
    ],
    ['kappa', coefficientText(kappa)],
    ...(weightedKappa ? [['weighted kappa', coefficientText(weightedKappa)] as [string, string]] : []),
    ['AC1', coefficientText(ac1)],
    [
      'persons',
      said
        ? `${said.join(' · ')}: no judge can agree with them more than they do`
        : 'one for each output: how far they agree with each other is unknown',
    ],
  ];
}

/** In plain words: may a gate rest on it? */
function verdict(calibration: Calibration, on: Canvas): string[] {
  const reasons = whyUnfit(calibration);
  const { j, counts } = calibration;
  if (reasons.length === 0) {
    const text = `A gate may rest on it. A true drop of 10 points looks like ${(10 * j.low!).toFixed(1)} to ${(10 * j.high!).toFixed(1)} points to this judge (95 % limits); a gate reckons with J = ${gateJ(counts).toFixed(2)}, the lower 90 % limit.`;
    return on.paragraph(
      '  ',
      [
        { text: 'FIT  ', mark: on.good },
        { text, mark: plain },
      ],
      12,
    );
  }
  return [
    ...on.paragraph('  ', [
      { text: 'UNFIT  ', mark: on.bad },
      { text: 'No gate may rest on it:', mark: plain },
    ]),
    ...reasons.flatMap((why) => on.paragraph('    - ', [{ text: why, mark: plain }], 12)),
  ];
}
