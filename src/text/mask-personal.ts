import { cardLength } from './card-length.ts';
import { ibanLength } from './iban-length.ts';
import { isIpv6 } from './is-ipv6.ts';

/** Replaces what belongs to a person or opens a door; the same value has the same placeholder in all texts that it is given. */
export type PersonalMask = {
  mask(text: string): string;
  /** The placeholders that stand in the texts so far, in the order of their first use. */
  used(): string[];
};

/** `lengthOf`: how many characters at the beginning of a candidate are meant, 0 where none are. Without it all of it is. */
type Rule = { kind: string; pattern: RegExp; lengthOf?(found: string): number };

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const named =
  /((?:key|token|secret|password|passwd|pwd|passphrase|authorization|auth|cookie)["']?\s{0,5}[:=]\s{0,5}["']?(?:Bearer |Basic )?)(?=[^\s"',;&}<]{0,200}\d)[^\s"',;&}<]{8,200}/gi;
const opening = /\b((?:Bearer|Basic)\s{1,5})[A-Za-z0-9._~+/=-]{16,4000}/g;
const inAddress = /(\w:\/\/)[^\s:/@<>]{1,100}:[^\s/@<>]{1,200}(?=@)/g;

/** In this order: what is found is gone for those that come after. */
const rules: Rule[] = [
  { kind: 'key', pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g },
  { kind: 'key', pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g },
  { kind: 'key', pattern: /\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,}/g },
  { kind: 'key', pattern: /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|AKIA|ASIA|AIza|hf_|npm_|AGE-SECRET-KEY-1)[\w-]{10,}/g },
  { kind: 'key', pattern: /\b(?=\w{0,200}\d)(?=\w{0,200}[a-z])(?=\w{0,200}[A-Z])[A-Za-z0-9_]{32,}\b/g },
  { kind: 'key', pattern: /\b[0-9a-f]{32,}\b/gi },
  { kind: 'email', pattern: /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu },
  { kind: 'iban', pattern: /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,}/gi, lengthOf: ibanLength },
  { kind: 'card', pattern: /(?<!\d)\d(?:[ -]?\d){12,}/g, lengthOf: cardLength },
  { kind: 'ip', pattern: new RegExp(`(?<![\\d.])(?:${octet}\\.){3}${octet}(?!\\.?\\d)`, 'g') },
  { kind: 'ip', pattern: /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi, lengthOf: (found) => (isIpv6(found) ? found.length : 0) },
  { kind: 'phone', pattern: /(?:\+(?=[1-9])|(?<![\w+]|\d[ /-])00(?=[1-9]\d{0,2}[ ./-]))\d{1,3}(?:[ ./()-]{0,2}\d){6,12}(?!\d)/g },
  { kind: 'phone', pattern: /(?<![\w.-]|\d[ /-])(?:\(0[1-9]\d{0,4}\)|0[1-9]\d{1,4}[ /-])[ /-]{0,2}\d(?:[ -]?\d){4,9}(?![\w-])/g },
  { kind: 'phone', pattern: /(?<![\w.-]|\d[ /-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])/g },
]; // biome-ignore format: one rule a line

/**
 * Starts with no placeholder used. Replaced are e-mail addresses, phone numbers, card numbers (Luhn's check digit holds),
 * IBANs (theirs does), IP addresses, and keys and tokens by their forms or by the name before them: `<email-1>`, `<card-2>`.
 * Names, postal addresses and numbers of other kinds are not known by their form, and stay.
 */
export function maskPersonal(): PersonalMask {
  const { placeholderOf, used } = placeholders();
  const keepingName = (found: string, before: string) =>
    before + placeholderOf('key', found.slice(before.length));
  const mask = (text: string) => {
    let masked = text
      .replace(inAddress, keepingName)
      .replace(opening, keepingName)
      .replace(named, keepingName);
    for (const { kind, pattern, lengthOf } of rules)
      masked = masked.replace(pattern, (found: string) =>
        lengthOf
          ? within(found, lengthOf, (value) => placeholderOf(kind, value))
          : placeholderOf(kind, found),
      );
    return masked;
  };
  return { mask, used };
}

function placeholders() {
  const known = new Map<string, string>();
  const counts = new Map<string, number>();
  return {
    used: () => [...known.values()],
    placeholderOf(kind: string, value: string): string {
      const key = `${kind} ${value.toLowerCase()}`;
      const number = (counts.get(kind) ?? 0) + 1;
      const placeholder = known.get(key) ?? `<${kind}-${number}>`;
      if (!known.has(key)) counts.set(kind, number);
      known.set(key, placeholder);
      return placeholder;
    },
  };
}

/** No number with check digits is longer, blanks included. */
const longest = 80;

/** The text with what is meant in it replaced, wherever in it a number begins. */
function within(
  text: string,
  lengthOf: (rest: string) => number,
  replace: (value: string) => string,
): string {
  let replaced = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const isStart = at === kept || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
    const length = isStart ? lengthOf(text.slice(at, at + longest)) : 0;
    if (length === 0) continue;
    replaced += text.slice(kept, at) + replace(text.slice(at, at + length));
    kept = at + length;
    at = kept - 1;
  }
  return replaced + text.slice(kept);
}
