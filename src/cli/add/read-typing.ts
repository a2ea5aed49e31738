/** A key by its name (`enter`, `escape`, `a`), or a text that was pasted. */
export type Typed = { key: string } | { pasted: string };

const named: Record<string, string> = {
  '\u0003': 'ctrl-c',
  '\u0004': 'ctrl-d',
  '\u0015': 'ctrl-u',
  '\u001b': 'escape',
  '\u007f': 'backspace',
  '\b': 'backspace',
  '\r': 'enter',
  '\n': 'enter',
  ' ': 'space',
  '\u001b[A': 'up',
  '\u001bOA': 'up',
  '\u001b[B': 'down',
  '\u001bOB': 'down',
  '\u001b[5~': 'page-up',
  '\u001b[6~': 'page-down',
  '\u001b[H': 'home',
  '\u001b[F': 'end',
};

const paste = { begin: '\u001b[200~', end: '\u001b[201~' };
/** A sequence whole, or one sign. */
const piece = /\u001b\[[0-?]*[ -/]*[@-~]|\u001bO[A-Za-z]|[\s\S]/gu;
/** A sequence of which the rest has not come yet; a single escape is the key. */
const open = /\u001b(?:\[[0-?]*[ -/]*|O)$/;

/** Makes a reader of what a terminal sends where a person may write as well: pasted text comes as one piece. What is not known is nothing. */
export function readTyping(): (text: string) => Typed[] {
  let rest = '';
  let pasted: string | undefined;
  return (text) => {
    const given = rest + text;
    rest = open.exec(given)?.[0] ?? '';
    const typed: Typed[] = [];
    for (const one of given.slice(0, given.length - rest.length).match(piece) ?? []) {
      if (one === paste.begin) pasted = '';
      else if (one === paste.end) {
        if (pasted) typed.push({ pasted });
        pasted = undefined;
      } else if (pasted !== undefined && one !== '\u0003') pasted += one;
      else if (named[one]) typed.push({ key: named[one] });
      else if (/^[^\p{Cc}]$/u.test(one)) typed.push({ key: one });
    }
    return typed;
  };
}
