/** Shorter values would tear holes into every text. */
const shortest = 4;

/**
 * A function that takes the secrets out of a text, by value: as they are, as they stand in a JSON string, and as they
 * stand in an address. One pass over the text, so that it can be laid over everything that is written. Values under
 * 4 characters are left alone.
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const telling = secrets.filter(({ length }) => length >= shortest);
  const forms = telling.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ]);
  // The longest first: one secret may be the beginning of another.
  const unique = [...new Set(forms)].sort((a, b) => b.length - a.length);
  if (unique.length === 0) return (text) => text;
  const pattern = new RegExp(
    unique.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'g',
  );
  return (text) => text.replace(pattern, '[redacted]');
}
