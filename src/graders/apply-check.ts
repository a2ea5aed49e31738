import type { Check } from '../domain/check.ts';
import type { Grade } from '../domain/grade.ts';
import type { GraderTools } from '../domain/grader.ts';
import type { Subject } from '../domain/subject.ts';
import { messageOf } from '../text/message-of.ts';
import { oneLine } from '../text/one-line.ts';
import { percent } from '../text/percent.ts';
import { truncate } from '../text/truncate.ts';
import { invert } from './invert.ts';
import { verdict } from './verdict.ts';

/**
 * Grades a subject by one check: the grader's own verdict, then the check's `threshold`, then its `not`.
 * Answers at once when the grader does. A grader that throws, rejects or gives a score outside 0..1 is ungraded:
 * its fault is never a zero.
 */
export function applyCheck(check: Check, subject: Subject, tools: GraderTools): Grade | Promise<Grade> {
  const { grader, value, options, name, judging } = check;
  const threshold = check.threshold ?? grader.threshold ?? 1;
  try {
    const grade = grader.grade({ value, options, threshold, name, judging }, subject, tools);
    return grade instanceof Promise
      ? grade.then((one) => settle(check, one), toUngraded)
      : settle(check, grade);
  } catch (error) {
    return toUngraded(error);
  }
}

function settle(check: Check, grade: Grade): Grade {
  if (grade.status === 'ungraded') return grade;
  if (!(grade.score >= 0 && grade.score <= 1)) {
    return verdict.ungraded(`the grader gave the score ${grade.score}, which is not within 0..1`);
  }
  const judged =
    check.threshold === undefined ? grade : verdict.scored(grade.score, check.threshold, grade.reason);
  const said = withThreshold(judged, check.threshold ?? check.grader.threshold);
  return check.not ? invert(said) : said;
}

/** 80 % like the reference is a failure only beside the 90 % that were asked for. */
function withThreshold(grade: Grade, threshold: number | undefined): Grade {
  if (grade.status === 'ungraded' || grade.passed || threshold === undefined || grade.score >= threshold)
    return grade;
  return { ...grade, reason: `${grade.reason}; ${percent(threshold)} is needed` };
}

function toUngraded(error: unknown): Grade {
  const message = oneLine(messageOf(error));
  return verdict.ungraded(truncate(message || 'the grader failed and did not say why', 300));
}
