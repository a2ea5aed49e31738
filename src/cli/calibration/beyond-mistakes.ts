import type { Calibration } from '../../domain/calibration.ts';
import { count } from '../../text/count.ts';
import { money } from '../../text/money.ts';
import { pValue } from '../../text/p-value.ts';
import { thousands } from '../../text/thousands.ts';
import { shareText } from './share-text.ts';

type Line = [name: string, text: string];

function again({ times, items, flips, share }: Calibration['repeats']): string {
  if (items === 0) return 'nothing came of it: how often it contradicts itself is unknown';
  const more = times === 1 ? 'once more' : `${times} times more`;
  return `${more}, it contradicts itself on ${thousands(flips)} of ${count(items, 'output')}, ${shareText(share)}`;
}

function order({ order }: Calibration): Line[] {
  if (!order) return [];
  const { pairs, consistent, share, first, decided, firstP } = order;
  return [
    ['both orders', `the same output both times in ${thousands(consistent)} of ${count(pairs, 'pair')}, ${shareText(share)}; what stood first was preferred in ${thousands(first)} of ${thousands(decided)} (two-sided p ${pValue(firstP)})`],
  ]; // biome-ignore format: one sentence
}

function padding(padding: Calibration['padding']): string {
  if (!padding) return 'not looked at (--no-padding)';
  const { items, helped, harmed, p } = padding;
  return `at the end of ${count(items, 'output')}: ${thousands(helped)} passed only with them, ${thousands(harmed)} only without (one-sided p ${pValue(p)})`;
}

function replies({ replies, ungraded, errored }: Calibration): string {
  const { calls, unread, share } = replies;
  const none = ungraded > 0 ? ` · ${count(ungraded, 'output')} without a verdict` : '';
  const failed = errored > 0 ? ` · it could not be asked about ${count(errored, 'output')}` : '';
  const read = unread === 0 ? 'all of them could be read' : `${thousands(unread)} of them could not be read, ${shareText(share)}`;
  return `${thousands(calls)}; ${read}${none}${failed}`;
} // biome-ignore format: short lines

function cost({ cost, replies }: Calibration): string {
  const { usd, calls, inputTokens, outputTokens } = cost;
  if (calls === 0) return `nothing: all ${count(replies.calls, 'reply', 'replies')} came from cache or cassette`;
  const stored = replies.calls > calls ? `, ${thousands(replies.calls - calls)} more replies came from cache or cassette` : '';
  return `${usd === null ? 'of unknown price' : money(usd)} · ${count(calls, 'call')} (${count(inputTokens, 'token')} in, ${thousands(outputTokens)} out)${stored}`;
} // biome-ignore format: short lines

/** How a judge behaves beside being right or wrong, a line each: asked again, with the order turned round, with empty words. */
export function beyondMistakes(calibration: Calibration): Line[] {
  return [
    ['asked again', again(calibration.repeats)],
    ...order(calibration),
    ['empty words', padding(calibration.padding)],
    ['replies', replies(calibration)],
    ['cost', cost(calibration)],
  ];
}
