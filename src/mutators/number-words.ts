const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A whole number from 0 to 99 in English words; undefined for any other. */
export function numberWords(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 99) return undefined;
  if (value < 20) return ones[value];
  const last = value % 10;
  return `${tens[Math.floor(value / 10)]}${last === 0 ? '' : `-${ones[last]}`}`;
}
