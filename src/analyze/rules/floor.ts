import type { Gate } from '../../domain/gate.ts';
import { isJudged } from '../../domain/is-judged.ts';
import { judgedAlone } from '../../domain/judged-alone.ts';
import type { ArmSummary, Rate, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';
import { unresolved } from '../unresolved.ts';
import { apart } from './apart.ts';

/** Below by less than this is the rounding of a sum, not a shortfall. */
const rounding = 1e-9;

/** A number with its floor, and what it would be if all that has no verdict failed or passed. */
type Measured = { value: number; worst: number; best: number; floor: number };

/** The floor as it was written, and all else as a rate. */
const formatted = (x: Measured) => (share: number) =>
  share === x.floor ? `${Number((share * 100).toFixed(6))} %` : percent(share);

/** Floor broken whatever comes: fail. Held whatever comes: pass. Between: `inconclusive` says, unless it is broken now. */
function toVerdict(x: Measured, gate: Gate): Ruling['verdict'] {
  const isHeld = (value: number) => value >= x.floor - rounding;
  if (!isHeld(x.best)) return 'fail';
  if (isHeld(x.worst)) return 'pass';
  return isHeld(x.value) && gate.inconclusive !== 'fail' ? 'warn' : 'incomplete';
}

function ending(
  x: Measured,
  verdict: Ruling['verdict'],
  open: string,
  format: (value: number) => string,
): string {
  const floor = format(x.floor);
  if (verdict === 'fail') return `below the floor of ${floor}.`;
  if (verdict === 'pass') return `the floor is ${floor}.`;
  const between = `with what has no verdict (${open}) it could be ${format(x.worst)} to ${format(x.best)}`;
  return x.value >= x.floor - rounding
    ? `the floor is ${floor}, but ${between}.`
    : `below the floor of ${floor}, but ${between}.`;
}

function interval({ low, high }: Pick<Rate, 'low' | 'high'>): string {
  return `95 % interval ${percent(low ?? 0)} to ${percent(high ?? 1)}`;
}

function passRuling(arm: ArmSummary, gate: Gate, floor: number): Ruling {
  const open = unresolved(arm);
  const rate = arm.weighted ?? arm.rate;
  const weight = arm.weighted ? (arm.unresolvedWeight ?? open.total) : open.total;
  const { corrected } = judgedAlone(arm) ?? {};
  const isCorrected = corrected?.what === 'rate' && !arm.weighted;
  const value = isCorrected ? corrected.value : rate.passed / rate.of;
  const passed = value * rate.of;
  const best = (passed + weight) / (rate.of + weight);
  const x = { value, best, worst: passed / (rate.of + weight), floor: floor / 100 };
  const verdict = toVerdict(x, gate);
  const [shown] = apart(percent, value, x.floor);
  const plain = `${thousands(arm.rate.passed)} of ${count(arm.rate.of, 'trial')}`;
  const weighed = arm.weighted ? `, by weight; unweighted ${percent(arm.rate.rate ?? 0)}` : '';
  const tail = ending(x, verdict, open.words, formatted(x));
  return {
    rule: 'floor',
    verdict,
    sentence: isCorrected
      ? `${shown} pass, corrected for the judge's errors (${plain} as judged; ${interval(corrected)}): ${tail}`
      : `${shown} passed${isJudged(arm) ? ' as judged, uncorrected' : ''} (${plain}${weighed}; ${interval(rate)}): ${tail}`,
  };
}

/** The mean score as it is held against its floor: as persons would give it, where that is known. */
function meanScore(arm: ArmSummary) {
  const isWeighted = arm.weightedScore !== undefined && arm.weightedScore !== null;
  const { corrected } = judgedAlone(arm) ?? {};
  if (corrected?.what === 'score' && !isWeighted)
    return {
      value: corrected.value,
      isWeighted,
      told: `, corrected for the judge's errors (${interval(corrected)})`,
    };
  const value = (isWeighted ? arm.weightedScore : arm.score) ?? 0;
  const judged = isJudged(arm) ? ' as judged, uncorrected' : '';
  return { value, isWeighted, told: `${isWeighted ? ' by weight' : ''}${judged}` };
}

function scoreRuling(arm: ArmSummary, gate: Gate, floor: number): Ruling {
  const open = unresolved(arm);
  const { value, isWeighted, told } = meanScore(arm);
  const of = isWeighted && arm.weighted ? arm.weighted.of : arm.rate.of;
  const weight = isWeighted ? (arm.unresolvedWeight ?? open.total) : open.total;
  const best = (value * of + weight) / (of + weight);
  const x = { value, best, worst: (value * of) / (of + weight), floor: floor / 100 };
  const verdict = toVerdict(x, gate);
  const [shown] = apart(percent, value, x.floor);
  const tail = ending(x, verdict, open.words, formatted(x));
  const scored = count(arm.rate.of, 'trial');
  return { rule: 'floor', verdict, sentence: `Mean score ${shown}${told} over ${scored}: ${tail}` };
}

/**
 * The pass rate or the mean score (both in percent) may not be below the floor; by weight where weights differ.
 * It is held against the floor twice, with all that has no verdict as failed and as passed.
 */
export function floor(arm: ArmSummary, gate: Gate): Ruling[] {
  const { pass, score } = gate.floor ?? {};
  return [
    ...(pass === undefined ? [] : [passRuling(arm, gate, pass)]),
    ...(score === undefined ? [] : [scoreRuling(arm, gate, score)]),
  ];
}
