const shortest = 4;

/**
 * The text without the secrets: each is found by its value, as it is and as it stands in an address.
 * Values under 4 characters are left alone: they would tear holes into every text.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  // The longest first: one secret may be the beginning of another.
  const telling = secrets.filter(({ length }) => length >= shortest).sort((a, b) => b.length - a.length);
  for (const secret of telling) {
    clean = clean.replaceAll(secret, '[redacted]');
    const encoded = encodeURIComponent(secret);
    if (encoded !== secret) clean = clean.replaceAll(encoded, '[redacted]');
  }
  return clean;
}
