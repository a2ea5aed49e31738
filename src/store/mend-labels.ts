import { readFileSync } from 'node:fs';
import { cutTornLine } from './cut-torn-line.ts';

/** As every line of ours begins. */
const beginning = '{"schemaVersion":1,';

/**
 * Cuts off the last line of a labels file that a crash has left without its end, and gives back how many bytes that
 * was. What a person wrote stays, also where it is not whole. A file that is not there needs no mending.
 */
export function mendLabels(path: string): number {
  const rest = lastLine(path);
  const isOurs = rest !== '' && (rest.startsWith(beginning) || beginning.startsWith(rest));
  return isOurs && !isWhole(rest) ? cutTornLine(path) : 0;
}

/** What stands behind the last LF. */
function lastLine(path: string): string {
  try {
    const bytes = readFileSync(path);
    return bytes.subarray(bytes.lastIndexOf(10) + 1).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
