/**
 * Every run of `shortest` to `longest` characters of a text, repeats included, in order of length and place.
 * Case, compatibility forms and runs of white space are evened out first, and a space is put at both ends, so
 * that the beginning and the end of words count as well. Lengths are in UTF-16 code units.
 */
export function characterNGrams(text: string, shortest: number, longest: number): string[] {
  const even = ` ${text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()} `;
  const grams: string[] = [];
  if (even.trim() === '') return grams;
  for (let length = shortest; length <= longest; length++) {
    for (let start = 0; start + length <= even.length; start++) grams.push(even.slice(start, start + length));
  }
  return grams;
}
