/** A number as it stands in a text. `written` is what was read, `start` and `end` where (UTF-16 units). */
export type WrittenNumber = { value: number; written: string; start: number; end: number };

const signs = '[-+\\u2212]';
const exponent = '(?:[eE][-+]?\\d{1,3}(?![\\p{L}\\d]))?';
const pattern = (thousands: string, decimal: string) =>
  new RegExp(
    `(${signs}?)(?:\\p{Sc}[ \\u00a0]?)?(${signs}?)((?:\\d{1,3}(?:${thousands}\\d{3})+(?!\\d)|\\d+)(?:${decimal}\\d+)?|(?<!\\d)${decimal}\\d+)(${exponent})`,
    'gu',
  );
const space = "'\\u2019\\u00a0\\u202f\\u2009";
const patterns = {
  dot: pattern(`[,${space}]`, '\\.'),
  comma: pattern(`[.${space}]`, ','),
};
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];
const foreignDigit = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/g;

/** Arabic, Persian, Devanagari, Bengali and full-width digits as 0-9; every other sign stays where it was. */
function toAsciiDigits(text: string): string {
  return text.replace(foreignDigit, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - zeros.find((zero) => code >= zero && code < zero + 10)!);
  });
}

/**
 * The numbers in a text, in order. Understood are signs (not a dash between two words or digits), a currency sign,
 * thousands in threes (1,234,567), decimals and exponents. `decimal: comma` reads 1.234,5 as people write it
 * in most of Europe. A fraction, a date or a version is read as its several numbers.
 */
export function numbersIn(text: string, decimal: 'dot' | 'comma' = 'dot'): WrittenNumber[] {
  const plain = toAsciiDigits(text);
  return [...plain.matchAll(patterns[decimal])].map((match) => toWritten(match, plain, decimal));
}

function toWritten(match: RegExpExecArray, text: string, decimal: 'dot' | 'comma'): WrittenNumber {
  const [whole, before = '', after = '', digits = '', power = ''] = match;
  const touches = match.index > 0 && /[\p{L}\p{N}\p{M}_)\]]/u.test(text[match.index - 1]!);
  const isNegative = /[-\u2212]/.test(after || (touches ? '' : before));
  const bare =
    decimal === 'dot' ? digits.replace(/[^\d.]/g, '') : digits.replace(/[^\d,]/g, '').replace(',', '.');
  const written = `${isNegative ? '-' : ''}${bare}${power}`;
  return { value: Number(written), written, start: match.index, end: match.index + whole.length };
}
