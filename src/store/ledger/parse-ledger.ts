import type { Look } from '../../domain/look.ts';
import { lookSchema } from '../../domain/look-schema.ts';
import { isMap } from '../../text/is-map.ts';
import { parseJson } from '../../text/parse-json.ts';
import { sha256 } from '../../text/sha256.ts';
import { lookMac } from './look-mac.ts';

/** What a ledger is held against: the root with which it begins, and the set that is looked at with its key. */
export type LedgerLock = { start: string; set: string; key: string | undefined };

/** The looks of a ledger as they are written, and the digest that the next one carries. */
export type Ledger = { looks: Look[]; lines: string[]; last: string };

/** Why a file is no ledger: the line, counted from 1, and the end of a sentence that begins with it. */
export type LedgerFlaw = { line: number; detail: string; version?: number };

const newest = 1;

/**
 * Reads the text of a ledger. Each line carries the digest of the one before, so that what was edited, left out, put in or
 * moved shows; lines of the sealed set are vouched for besides, as the last of them has none behind it.
 */
export function parseLedger(text: string, lock: LedgerLock): { ledger: Ledger } | { flaw: LedgerFlaw } {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const looks: Look[] = [];
  let last = lock.start;
  if (lines.pop() !== '') return { flaw: { line: lines.length + 1, detail: 'is cut off' } };
  for (const [index, line] of lines.entries()) {
    const read = parseLook(line, { number: index + 1, last, ...lock });
    if ('detail' in read) return { flaw: { line: index + 1, ...read } };
    looks.push(read.look);
    last = sha256(line);
  }
  return { ledger: { looks, lines, last } };
}

type Expected = LedgerLock & { number: number; last: string };

function parseLook(line: string, expected: Expected): { look: Look } | Omit<LedgerFlaw, 'line'> {
  const parsed = parseJson(line);
  if ('error' in parsed) return { detail: `is no line of a ledger: ${parsed.error}` };
  const version = isMap(parsed.value) ? parsed.value.schemaVersion : undefined;
  if (typeof version === 'number' && version > newest) return { detail: 'is of a newer format', version };
  const { data: look, error } = lookSchema.safeParse(parsed.value);
  if (!look) {
    const { path, message } = error.issues[0]!;
    return { detail: `is no line of a ledger: ${path.join('.') || 'it'}: ${message}` };
  }
  const detail = whyOutOfPlace(look, expected);
  return detail === undefined ? { look } : { detail };
}

function whyOutOfPlace(look: Look, { number, last, set, key }: Expected): string | undefined {
  if (look.n !== number) return `says that it is look ${look.n}`;
  if (look.previous !== last)
    return number === 1
      ? 'begins another ledger than that of this holdout'
      : 'does not carry on from the line before it';
  if (look.kind !== 'sealed') return undefined;
  if (look.mac === undefined) return 'has no mark of one who can open the holdout';
  if (key === undefined || look.set !== set || look.mac === lookMac(look, key)) return undefined;
  return 'was not written, or not so, by one who can open the holdout';
}
