import { decodings } from './decodings.ts';
import { stripDisguise } from './strip-disguise.ts';

/** A text in the forms in which secrets are looked for in it. Making them costs, so they are made once. */
type Searched = { verbatim: string; forms: { name: string; text: string; isLoose: boolean }[] };

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();
const squeeze = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
const reverse = (text: string) => [...text].reverse().join('');
/** Single letters kept apart by one to three other signs: "s e c r e t", "s-e-c-r-e-t". */
const spelled = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[^\p{L}\p{N}]{1,3}[\p{L}\p{N}](?![\p{L}\p{N}])){3,}/gu;

/** Shorter than this (letters and digits), a secret reversed or decoded turns up by chance. */
const looseFrom = 6;
/** Shorter than this, letters run together over word ends turn up by chance ("music at" holds "cat"). */
const squeezedFrom = 8;

function toSearched(text: string): Searched {
  const plain = collapse(stripDisguise(text));
  const decoded = decodings(text).map(({ name, text: body }) => ({
    name,
    text: collapse(stripDisguise(body)),
    isLoose: true,
  }));
  return {
    verbatim: text.normalize('NFC'),
    forms: [
      { name: 'with other case, look-alike or invisible characters', text: plain, isLoose: false },
      { name: 'spelled out', text: (plain.match(spelled) ?? []).map(squeeze).join('\n'), isLoose: false },
      { name: 'reversed', text: reverse(plain), isLoose: true },
      ...decoded,
    ],
  };
}

/** How the secret stands in the text, or undefined. */
function findOne(secret: string, { verbatim, forms }: Searched, squeezed: () => string): string | undefined {
  if (verbatim.includes(secret.normalize('NFC'))) return 'verbatim';
  const plain = collapse(stripDisguise(secret));
  const bare = squeeze(plain);
  for (const form of forms) {
    if (form.isLoose && bare.length < looseFrom) continue;
    if (form.text.includes(form.name === 'spelled out' ? bare : plain)) return form.name;
  }
  return bare.length >= squeezedFrom && squeezed().includes(bare) ? 'spaced or dashed out' : undefined;
}

/**
 * The first secret that stands in the text, and its disguise: verbatim, other case, look-alikes, invisible signs,
 * spelled or dashed out, reversed, base64, hex, URL encoding, rot13. Undefined when none does. Letters exchanged
 * for digits (leetspeak), paraphrase and translation are not found.
 */
export function findLeak(
  text: string,
  secrets: readonly string[],
): { index: number; disguise: string } | undefined {
  const searched = toSearched(text);
  let cached: string | undefined;
  const squeezed = () => {
    cached ??= squeeze(stripDisguise(text));
    return cached;
  };
  for (const [index, secret] of secrets.entries()) {
    const disguise = findOne(secret, searched, squeezed);
    if (disguise) return { index, disguise };
  }
  return undefined;
}
