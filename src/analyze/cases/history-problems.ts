import type { Place, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { CaseHistory } from './case-history.ts';
import { historyStanding } from './history-standing.ts';
import type { PlacedCase } from './placed-case.ts';

/** Cases that never tell anything, may be wrong themselves, or come out by luck, by what stored runs made of them. */
export function historyProblems(
  cases: readonly PlacedCase[],
  histories: ReadonlyMap<string, CaseHistory>,
  suite: string,
  place: Place,
): Problem[] {
  const standing = ({ one }: PlacedCase) => historyStanding(histories.get(one.id));
  const idle = cases.filter((placed) => standing(placed) === 'passes');
  const found = cases.flatMap((placed): Problem[] => {
    const { one } = placed;
    const history = histories.get(one.id);
    if (!history) return [];
    const at = { id: one.id, place: placed.place };
    if (standing(placed) === 'fails')
      return [problems.caseAlwaysFails({ ...at, runs: history.runs, arms: history.arms.length })];
    const mixed = history.arms.find(({ passed, failed }) => passed > 0 && failed > 0);
    return mixed ? [problems.caseFlaky({ ...at, ...mixed })] : [];
  });
  if (idle.length === 0) return found;
  const ids = idle.map(({ one }) => one.id);
  return [problems.casesAlwaysPass({ suite, ids, all: cases.length, place }), ...found];
}
