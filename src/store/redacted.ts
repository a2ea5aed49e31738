/** Keys of our own formats are plain words; they stay, even where a secret is the same word. */
const plainWord = /^[A-Za-z]+$/;

/**
 * A copy of a JSON value with every string, and every key that is no plain word, passed through `redact`. A text of
 * JSON is not redacted as a whole: a secret of digits, or one that is a word such as `messages`, would break it.
 */
export function redacted<T>(value: T, redact: (text: string) => string): T {
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') return redact(part);
    if (Array.isArray(part)) return part.map(clean);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, one]) => [plainWord.test(key) ? key : redact(key), clean(one)]),
    );
  };
  return clean(value) as T;
}
