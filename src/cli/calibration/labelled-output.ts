import type { JudgedCheck } from '../../domain/judged-checks.ts';
import type { Subject } from '../../domain/subject.ts';
import type { LabelGroup } from './label-group.ts';

/** A labelled output, ready to be put before the judge. */
export type LabelledOutput = {
  group: LabelGroup;
  check: JudgedCheck;
  /** The case fails where the check passes: it stands under a `not`. */
  isTurned: boolean;
  subject: Subject;
};
