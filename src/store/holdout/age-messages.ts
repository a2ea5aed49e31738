const begin = '-----BEGIN AGE ENCRYPTED FILE-----';
const end = '-----END AGE ENCRYPTED FILE-----';
const mark = /^-----(?:BEGIN|END) AGE ENCRYPTED FILE-----$/gm;

/**
 * A sealed file is a row of age messages in their armour, one for the first cases and one for each time that some were
 * added: whoever adds need not be able to read the others. Each may be cut out and opened with the age program.
 */
export const ageMessages = {
  /** The messages of a file, in order; undefined when it is cut off or holds anything else. */
  split(text: string): string[] | undefined {
    const marks = [...text.matchAll(mark)];
    const starts = marks.filter(([word]) => word === begin);
    const isWhole = marks.every(([word], at) => word === (at % 2 === 0 ? begin : end));
    if (starts.length === 0 || !isWhole || marks.length % 2 === 1) return undefined;
    const messages = starts.map(({ index }) => text.slice(index, text.indexOf(end, index) + end.length + 1));
    // Without its last line feed the next message would begin within a line.
    return messages.join('') === text && text.endsWith('\n') ? messages : undefined;
  },
  join: (messages: readonly string[]): string => messages.join(''),
};
