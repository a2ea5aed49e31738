/**
 * A function that takes the secrets out of a text, also where they stand as a JSON string or in an address.
 * One pass over the text, so that it can be laid over everything that is written.
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ]);
  const unique = [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length);
  if (unique.length === 0) return (text) => text;
  const pattern = new RegExp(
    unique.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'g',
  );
  return (text) => text.replace(pattern, '[redacted]');
}
