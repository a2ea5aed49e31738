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
  const found = cases.flatMap((placed) => ofCase(placed, histories.get(placed.one.id)));
  const idle = cases.filter(({ one }) => historyStanding(histories.get(one.id)) === 'passes');
  if (idle.length === 0) return found;
  const ids = idle.map(({ one }) => one.id);
  return [problems.casesAlwaysPass({ suite, ids, all: cases.length, place }), ...found];
}

function ofCase({ one: { id }, place }: PlacedCase, history: CaseHistory | undefined): Problem[] {
  if (!history) return [];
  const { runs, arms } = history;
  if (historyStanding(history) === 'fails')
    return [problems.caseAlwaysFails({ id, place, runs, arms: arms.length })];
  const mixed = arms.find(({ passed, failed }) => passed > 0 && failed > 0);
  return mixed ? [problems.caseFlaky({ id, place, ...mixed })] : [];
}
