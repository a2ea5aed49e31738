import { distance } from 'fastest-levenshtein';

/** Where the product of the lengths is larger, the comparison would take more than about two seconds. */
const most = 2e10;

/**
 * 1 - d / max(length), d the Levenshtein distance (insert, delete, replace) over code points: 1 for equal texts,
 * also for two empty ones; 0 when nothing is alike. Undefined when the texts are too long to be compared in good time.
 */
export function editSimilarity(left: string, right: string): number | undefined {
  if (left === right) return 1;
  const [first, second] = toUnits(left, right);
  const longer = Math.max(first.length, second.length);
  const [a, b] = withoutCommonEnds(first, second);
  if (a.length * b.length > most) return undefined;
  return 1 - distance(a, b) / longer;
}

/** The distance counts UTF-16 units: pairs are replaced by units that stand in neither text. */
function toUnits(left: string, right: string): [string, string] {
  if (!/[\ud800-\udfff]/.test(left + right)) return [left, right];
  const units = new Map<string, string>();
  const convert = (text: string) =>
    Array.from(text, (sign) => {
      const known = units.get(sign);
      if (known !== undefined) return known;
      const unit = String.fromCharCode(units.size & 0xffff);
      units.set(sign, unit);
      return unit;
    }).join('');
  return [convert(left), convert(right)];
}

function withoutCommonEnds(left: string, right: string): [string, string] {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)];
}
