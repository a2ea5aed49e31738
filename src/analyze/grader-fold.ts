import type { NamedGrade } from '../domain/grade.ts';
import type { ArmSummary } from '../domain/summary.ts';
import { naturalOrder } from '../text/natural-order.ts';

/** Counts grades by the name of their check. */
export type GraderFold = { add(grades: readonly NamedGrade[]): void; end(): ArmSummary['graders'] };

/** Starts the counts; they come out in the order of their names. */
export function graderFold(): GraderFold {
  const graders = new Map<string, ArmSummary['graders'][number]>();
  return {
    add(grades) {
      for (const grade of grades) {
        const counts = graders.get(grade.name) ?? { name: grade.name, passed: 0, failed: 0, ungraded: 0 };
        graders.set(grade.name, counts);
        counts[grade.status === 'ungraded' ? 'ungraded' : grade.passed ? 'passed' : 'failed'] += 1;
      }
    },
    end: () =>
      [...graders.values()].map((counts) => ({ ...counts })).sort((a, b) => naturalOrder(a.name, b.name)),
  };
}
