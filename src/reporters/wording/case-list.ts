import { thousands } from '../../text/thousands.ts';
import { truncate } from '../../text/truncate.ts';

const longest = 60;

/** `a, b, c and 9 more`. */
export function caseList(ids: readonly string[], most = 5): string {
  const shown = ids.slice(0, most).map((id) => truncate(id, longest));
  const more = ids.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${thousands(more)} more` : ''}`;
}
