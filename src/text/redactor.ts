/** Shorter values would tear holes into every text. */
const shortest = 4;
/** Fewer signs of Base64 may be a part of any word. */
const shortestCoded = 10;
/** So much of a secret is none of anything else. */
const shortestCut = 8;

/**
 * A function that takes the secrets out of a text, by value: as they are, as they stand in a JSON string (in one more
 * too), in an address, and in Base64, alone or with a user before them; and what stands of one before the "…" of a text
 * that was shortened within it. It can be laid over everything that is written. Values under 4 characters are left alone; so are other encodings.
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const telling = secrets.filter(({ length }) => length >= shortest);
  const forms = telling.flatMap((secret) => [
    secret,
    inQuotes(secret),
    // JSON in JSON, and as Node shows a value in single quotes.
    inQuotes(inQuotes(secret)),
    secret.replaceAll('\\', '\\\\'),
    ...inAddresses(secret),
    ...inBase64(secret),
  ]);
  // The longest first: one secret may be the beginning of another.
  const unique = [...new Set(forms)].sort((a, b) => b.length - a.length);
  if (unique.length === 0) return (text) => text;
  const pattern = new RegExp(unique.map(literally).join('|'), 'g');
  const withoutCut = cutOff(unique);
  return (text) => withoutCut(text.replace(pattern, '[redacted]'));
}

const literally = (form: string) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Takes out what is left of a secret where a text was shortened within it. */
function cutOff(forms: readonly string[]): (text: string) => string {
  const long = forms.filter(({ length }) => length > shortestCut);
  if (long.length === 0) return (text) => text;
  const heads = [...new Set(long.map((form) => literally(form.slice(0, shortestCut))))];
  const most = Math.max(...long.map(({ length }) => length)) - shortestCut;
  const pattern = new RegExp(`(?:${heads.join('|')})[^…]{0,${most}}(?=…)`, 'g');
  const isCut = (found: string) => long.some((form) => form.startsWith(found));
  return (text) =>
    text.includes('…') ? text.replace(pattern, (found) => (isCut(found) ? '[redacted]' : found)) : text;
}

const inQuotes = (text: string) => JSON.stringify(text).slice(1, -1);

/** Some write the codes in small letters; a form writes a space as a plus. */
function inAddresses(secret: string): string[] {
  const coded = [encodeURIComponent(secret), new URLSearchParams([['', secret]]).toString().slice(1)];
  return coded.flatMap((form) => [form, form.replace(/%../g, (code) => code.toLowerCase())]);
}

/** Three bytes are four signs, so what stands before decides how a secret looks: each of the three ways, less the signs at its edges that are not its own. */
function inBase64(secret: string): string[] {
  const forms = [0, 1, 2].map((before) => {
    const bytes = new TextEncoder().encode(`${'-'.repeat(before)}${secret}`);
    const coded = btoa(String.fromCharCode(...bytes));
    return coded.slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
  const inNames = forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  return [...forms, ...inNames].filter(({ length }) => length >= shortestCoded);
}
