import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { Canvas } from './canvas.ts';

const longest = 600;
const most = 4;

type Reasoned = { reasons: string[]; expected?: string; got?: string };

/** `equals` says in its reason what the lines above it show already, when they are short enough to be whole. */
function saysNothingNew({ reasons, expected, got }: Reasoned): boolean {
  const isShown = [expected, got].every(
    (text) => text !== undefined && text.length <= 60 && !text.includes('\n'),
  );
  return isShown && reasons.length === 1 && /^equals: expected "[^"]*", found "[^"]*"$/.test(reasons[0]!);
}

/** Why a case did not pass, a line a grade, where that is not plain from its texts. */
export function reasonLines(failing: Reasoned, on: Canvas): string[] {
  if (saysNothingNew(failing)) return [];
  return failing.reasons
    .slice(0, most)
    .flatMap((reason) =>
      on.paragraph('      ', [{ text: oneLine(toScreen(reason.slice(0, longest))), mark: on.quiet }], 3),
    );
}
