import type { JudgedCheck } from '../../domain/judged-checks.ts';
import type { Subject } from '../../domain/subject.ts';
import type { LabelGroup } from './label-group.ts';

/** A labelled output, ready to be put before the judge. */
export type LabelledOutput = { group: LabelGroup; check: JudgedCheck; subject: Subject };
