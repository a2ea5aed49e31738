import { fitness } from '../../analyze/calibration/fitness.ts';
import { count } from '../../text/count.ts';
import type { GateNeeds } from './gate-needs.ts';

/** What is said at the end of a session. */
export type LastWords = {
  /** Labelled in this session, and those of them that the person could not tell. */
  labelled: number;
  skipped: number;
  /** Not yet labelled by this person. */
  left: number;
  file: string;
  needs: GateNeeds;
  judge: string;
};

const least = `${fitness.labels} labels, ${fitness.ofEachKind} of each verdict, are the least`;

/** How many were labelled, how many are left, where they are, and what to do next; line by line. */
export function lastWords({ labelled, skipped, left, file, needs, judge }: LastWords): string[] {
  const unsure = skipped > 0 ? `, ${skipped} of them without a verdict` : '';
  const { labels, pass, fail, missing } = needs;
  const standing = `${file} has ${count(labels, 'labelled output')} of this check: ${pass} pass, ${fail} fail.`;
  return [
    `Labelled ${count(labelled, 'output')}${unsure}; ${left === 0 ? 'none is left' : `${left} ${left === 1 ? 'is' : 'are'} left`}.`,
    standing,
    missing > 0
      ? `A gate needs ${missing} more (${least}).`
      : `That is enough to calibrate the judge for a gate (${least}).`,
    `Next: evals judge calibrate ${inShell(judge)} --labels ${inShell(file)}`,
  ];
}

/** A name that a shell would take apart stands in quotes. */
const inShell = (word: string) => (/^[\w.:/@~+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
