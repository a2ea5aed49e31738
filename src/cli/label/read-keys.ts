/** Takes what a terminal sends and gives back keys: a letter as it is, others by name (`down`, `ctrl-c`). */
export type KeyReader = (text: string) => string[];

const named: Record<string, string> = {
  '\u0003': 'ctrl-c',
  '\u0004': 'ctrl-d',
  ' ': 'space',
  '\r': 'enter',
  '\n': 'enter',
  '\u001b[A': 'up',
  '\u001bOA': 'up',
  '\u001b[B': 'down',
  '\u001bOB': 'down',
  '\u001b[5~': 'page-up',
  '\u001b[6~': 'page-down',
  '\u001b[H': 'home',
  '\u001bOH': 'home',
  '\u001b[1~': 'home',
  '\u001b[F': 'end',
  '\u001bOF': 'end',
  '\u001b[4~': 'end',
};

const paste = { begin: '\u001b[200~', end: '\u001b[201~' };
/** A sequence whole, or one sign. */
const piece = /\u001b\[[0-?]*[ -/]*[@-~]|\u001bO[A-Za-z]|[\s\S]/gu;
/** A sequence of which the rest has not come yet. */
const open = /\u001b(?:\[[0-?]*[ -/]*|O)?$/;

/**
 * Makes a reader. Sequences may come in parts; what is not known is no key. Text that is pasted is none either: it
 * would be verdicts by accident.
 */
export function readKeys(): KeyReader {
  let rest = '';
  let isPasting = false;
  return (text) => {
    const given = rest + text;
    rest = open.exec(given)?.[0] ?? '';
    const whole = given.slice(0, given.length - rest.length);
    return (whole.match(piece) ?? []).flatMap((one) => {
      if (one === paste.begin || one === paste.end) {
        isPasting = one === paste.begin;
        return [];
      }
      // Whoever wants to leave may always leave.
      if (isPasting && one !== '\u0003') return [];
      return named[one] ?? (/^[^\p{Cc}]$/u.test(one) ? [one] : []);
    });
  };
}
