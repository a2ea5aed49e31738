/**
 * Splits a command into its words as a shell would, without a shell: white space parts words, 'single' quotes keep
 * everything, "double" quotes keep everything but `\"` and `\\`, and outside quotes a backslash keeps the next
 * character. Nothing is expanded: no variables, no globs, no pipes. Undefined when a quote is not closed.
 */
export function splitCommand(command: string): string[] | undefined {
  const piece = /(\s+)|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/suy;
  const words: string[] = [];
  let word: string | undefined;
  while (piece.lastIndex < command.length) {
    const found = piece.exec(command);
    if (!found) return undefined;
    const [, gap, single, double, escaped, plain] = found;
    if (gap === undefined) {
      word = (word ?? '') + (single ?? double?.replace(/\\(["\\])/gu, '$1') ?? escaped ?? plain);
    } else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}
