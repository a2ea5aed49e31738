/** Letters of other scripts that look like Latin ones; in pairs, the look-alike first. */
const pairs =
  'аa вb сc ԁd еe һh іi јj кk ӏl мm нh оo рp ԛq ѕs тt υu ѵv ѡw хx уy гr пn зz αa βb εe ηn ιi κk νv οo ρp τt χx ɡg ɑa ıi ⅼl ꜱs ʀr օo һh ցg ոn սu';

/** Letters of other scripts and the Latin letter (lower case) that each looks like. */
export const lookalikes: readonly (readonly [sign: string, letter: string])[] = pairs
  .split(' ')
  .map((pair) => [pair[0]!, pair[1]!] as const);
