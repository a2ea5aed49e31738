import type { Grade } from '../domain/grade.ts';
import { truncate } from '../text/truncate.ts';
import type { GradedChild } from './grade-until.ts';
import { verdict } from './verdict.ts';

const told = ({ check, grade }: GradedChild) => `${check.name}: ${grade.reason}`;

/**
 * Joins verdicts by Kleene's strong three-valued logic, an ungraded one being the unknown. `deciding` is the verdict
 * that settles the whole alone: false for `all`, true for `any`. The score is the least (`all`) or the greatest (`any`)
 * of the graded ones, so that not-all-of is any-of-not.
 */
export function threeValued(children: readonly GradedChild[], deciding: boolean): Grade {
  const graded = children.flatMap((child) =>
    child.grade.status === 'graded' ? [{ child, score: child.grade.score, passed: child.grade.passed }] : [],
  );
  const decisive = graded.filter(({ passed }) => passed === deciding);
  const unknown = children.find(({ grade }) => grade.status === 'ungraded');
  if (decisive.length === 0 && unknown) return verdict.ungraded(truncate(told(unknown), 300));
  const scores = graded.map(({ score }) => score);
  const passed = decisive.length > 0 ? deciding : !deciding;
  const shown = (decisive.length > 0 ? decisive : graded).map(({ child }) => told(child));
  return {
    status: 'graded',
    score: deciding ? Math.max(...scores) : Math.min(...scores),
    passed,
    reason: truncate(shown.join('; '), 300),
  };
}
