/** Letters of other scripts that look like Latin ones; in pairs, the look-alike first. */
const pairs =
  'аa вb сc ԁd еe һh іi јj кk ӏl мm нh оo рp ԛq ѕs тt υu ѵv ѡw хx уy гr пn зz αa βb εe ηn ιi κk νv οo ρp τt χx ɡg ɑa ıi ⅼl ꜱs ʀr օo һh ցg ոn սu';
const lookalikes = new Map(pairs.split(' ').map((pair) => [pair[0]!, pair[1]!]));
const hidden = /[\p{Cf}\p{Mn}\u3164\uffa0]|\u115f|\u1160/gu;

/**
 * Text with its disguises of the eye taken off: compatibility forms (full-width, circled, mathematical letters) as plain
 * ones, invisible signs and combining marks dropped, Cyrillic and Greek look-alikes as Latin letters, lower case.
 */
export function stripDisguise(text: string): string {
  const plain = text.normalize('NFKD').replace(hidden, '').toLowerCase();
  return plain.replace(/[^\x00-\x7f]/gu, (sign) => lookalikes.get(sign) ?? sign);
}
