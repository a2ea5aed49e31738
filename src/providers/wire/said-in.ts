/** The sentence inside of an error's body: `error.message`, `message`, `detail`; a page of HTML says nothing. */
export function saidIn(body: string): string | undefined {
  if (/^\s*</.test(body)) return undefined;
  try {
    return sentenceOf(JSON.parse(body));
  } catch {
    return body;
  }
}

function sentenceOf(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > 3) return undefined;
  if (Array.isArray(value)) return sentenceOf(value[0], depth + 1);
  const { error, message, detail, errors } = value as Record<string, unknown>;
  return sentenceOf(error ?? message ?? detail ?? errors, depth + 1);
}
