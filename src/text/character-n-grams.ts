/**
 * Every run of `shortest` to `longest` characters of a text, repeats included, in order of length and place.
 * Case and compatibility forms are evened out first, all that is neither letter nor digit becomes one space, and a
 * space is put at both ends, so that the beginning and the end of words count as well. Lengths are in UTF-16 units.
 */
export function characterNGrams(text: string, shortest: number, longest: number): string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  const grams: string[] = [];
  if (words === '') return grams;
  const even = ` ${words} `;
  for (let length = shortest; length <= longest; length++) {
    for (let start = 0; start + length <= even.length; start++) grams.push(even.slice(start, start + length));
  }
  return grams;
}
