import type { Check } from '../../src/domain/check.ts';
import type { Grade } from '../../src/domain/grade.ts';
import type { GraderTools } from '../../src/domain/grader.ts';
import type { Subject } from '../../src/domain/subject.ts';
import { applyCheck } from '../../src/graders/apply-check.ts';
import { checkOf } from './check-of.ts';
import { subjectOf } from './subject-of.ts';

const unasked = () => Promise.reject(new Error('this test hands in no such tool'));

/** Tools that grade children for real and refuse the rest, unless the test hands it in. */
export function toolsOf(more: Partial<GraderTools> = {}): GraderTools {
  const tools: GraderTools = {
    grade: (held, subject) => applyCheck(held as Check, subject, tools),
    ask: unasked,
    tell: () => {},
    callModule: unasked,
    matchNatively: unasked,
    ...more,
  };
  return tools;
}

/** The grade of an entry as a suite has it, over an output or a whole subject. */
export async function gradeEntry(
  entry: unknown,
  output: string | Subject,
  tools: Partial<GraderTools> = {},
): Promise<Grade> {
  const subject = typeof output === 'string' ? subjectOf(output) : output;
  return applyCheck(await checkOf(entry), subject, toolsOf(tools));
}
