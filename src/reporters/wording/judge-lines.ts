import { judgedAlone } from '../../domain/judged-alone.ts';
import type { ArmSummary, JudgeSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { money } from '../../text/money.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';
import { correctedWords } from './corrected-words.ts';

/** `judge strict · polite`, less the check where it is called as its grader is. */
const who = ({ judge, check, grader }: JudgeSummary) =>
  check === grader ? `judge ${judge} · ${grader}` : `judge ${judge} · ${check}`;

/** The correction of a judge that alone decides stands beside the rate of the arm already. */
function passed({ judged, passed: n, corrected }: JudgeSummary, isTold: boolean): string {
  if (judged === 0) return 'no verdict';
  const raw = `${thousands(n)} of ${thousands(judged)} pass (${percent(n / judged)})`;
  if (isTold && corrected?.what === 'rate') return raw;
  return corrected ? `${raw}, ${correctedWords(corrected)}` : `${raw}, uncorrected`;
}

function troubles({ silent, unread, failed, split, sampled }: JudgeSummary): string[] {
  return [
    ...(silent > 0 ? [`${count(silent, 'output')} without a verdict`] : []),
    ...(unread > 0 ? [`${count(unread, 'reply', 'replies')} not to be read`] : []),
    ...(failed > 0 ? [`${count(failed, 'request')} failed`] : []),
    ...(sampled > 0 && split > 0
      ? [`undecided within itself on ${thousands(split)} of ${thousands(sampled)}`]
      : []),
  ];
}

function price({ cost: { usd, unknown }, asked, calls }: JudgeSummary): string[] {
  if (asked === 0) return [`${count(calls, 'call')}, nobody was asked`];
  const dollars =
    unknown > 0 && usd === 0
      ? 'cost unknown'
      : `${money(usd)}${unknown > 0 ? ' and more of unknown price' : ''}`;
  return [
    dollars,
    `${count(asked, 'call')}${asked < calls ? `, ${thousands(calls - asked)} more from cache or cassette` : ''}`,
  ];
}

function tokens({ tokens: { input, output } }: JudgeSummary): string[] {
  return input + output === 0 ? [] : [`${count(input, 'token')} in, ${thousands(output)} out`];
}

function again({ again: one }: JudgeSummary): string[] {
  if (!one) return [];
  const cost = one.unknown > 0 ? '' : ` for ${money(one.usd)}`;
  return [
    `${count(one.outputs, 'labelled output')} put before it again${cost}, ${thousands(one.turned)} judged otherwise`,
  ];
}

const served = ({ served: ids }: JudgeSummary) => (ids.length > 0 ? [`answered by ${ids.join(', ')}`] : []);

/** What each judge of an arm said and took, a line each: apart from the model's own cost and tokens. */
export function judgeLines(arm: Pick<ArmSummary, 'judges'>): string[] {
  const only = judgedAlone(arm);
  return (arm.judges ?? []).map((one) =>
    [
      `${who(one)}: ${passed(one, one === only)}`,
      ...troubles(one),
      ...price(one),
      ...tokens(one),
      ...again(one),
      ...served(one),
    ].join(' · '),
  );
}
