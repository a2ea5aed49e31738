import type { Calibration } from '../../domain/calibration.ts';
import { count } from '../../text/count.ts';
import { pValue } from '../../text/p-value.ts';
import { percent } from '../../text/percent.ts';
import { fitness } from './fitness.ts';

/** As much of a calibration as decides whether a gate may rest on it. */
export type Fit = Pick<Calibration, 'counts' | 'j' | 'order' | 'padding' | 'replies' | 'repeats'>;

const most = (share: number) => percent(share, 0);

function labels({ truePass, missedPass, trueFail, missedFail }: Fit['counts']): string[] {
  const [passes, fails] = [truePass + missedPass, trueFail + missedFail];
  const all = passes + fails;
  const { labels: needed, ofEachKind } = fitness;
  const few =
    all < needed ? [`it has judged ${count(all, 'labelled output')}, and ${needed} are needed`] : [];
  if (Math.min(passes, fails) >= ofEachKind) return few;
  return [
    ...few,
    `by the labels ${passes} of these pass and ${fails} fail, and ${ofEachKind} of each kind are needed`,
  ];
}

function youden({ value, low }: Fit['j']): string[] {
  if (value === null || low === null)
    return ['how much of a difference it sees is unknown (J needs labels of both kinds)'];
  return low < fitness.j
    ? [
        `its J (sensitivity + specificity − 1) is ${value.toFixed(2)} and may be as low as ${low.toFixed(2)}, and ${fitness.j.toFixed(2)} is needed`,
      ]
    : [];
}

function order(order: Fit['order']): string[] {
  if (!order || order.share.low >= fitness.order) return [];
  const { pairs, share } = order;
  if (share.rate === null)
    return ['whether the order of two outputs changes what it says of them is unknown'];
  return [
    `it prefers the same output in both orders in ${percent(share.rate)} of ${count(pairs, 'pair')}, which may be as low as ${percent(share.low)}, and ${most(fitness.order)} are needed`,
  ];
}

function flips({ items, flips: flipped, share }: Fit['repeats']): string[] {
  if (share.rate === null) return ['how often it contradicts itself is unknown, as nothing was asked again'];
  return share.rate > fitness.flips
    ? [
        `asked again it contradicts itself on ${flipped} of ${count(items, 'output')} (${percent(share.rate)}), and ${most(fitness.flips)} at most are borne`,
      ]
    : [];
}

function unread({ calls, unread: silent, share }: Fit['replies']): string[] {
  return share.rate !== null && share.rate > fitness.unread
    ? [
        `${silent} of its ${count(calls, 'reply', 'replies')} hold no verdict (${percent(share.rate)}), and ${most(fitness.unread)} at most are borne`,
      ]
    : [];
}

function padding(padding: Fit['padding']): string[] {
  if (!padding || padding.helped <= padding.harmed || padding.p > fitness.padding) return [];
  const { items, helped, harmed, p } = padding;
  return [
    `empty words at the end of an output help it: with them ${helped} of ${count(items, 'output')} pass that failed, and ${harmed} fail that passed (one-sided p ${pValue(p)})`,
  ];
}

/**
 * Why no gate may rest on a judge that grades like this: a clause with the numbers for each reason, without a full stop.
 * Empty where it may. What was not looked at (`--no-padding`) is no reason; what could not be told is one.
 */
export function whyUnfit(calibration: Fit): string[] {
  return [
    ...labels(calibration.counts),
    ...youden(calibration.j),
    ...order(calibration.order),
    ...flips(calibration.repeats),
    ...unread(calibration.replies),
    ...padding(calibration.padding),
  ];
}
