import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { type CaseCopy, caseCopies } from './case-copies.ts';
import type { PlacedCase } from './placed-case.ts';

/** Cases that ask the same as another one, or nearly, each at its place and with that of the other. */
export function copiedCases(cases: readonly PlacedCase[]): Problem[] {
  return caseCopies(cases).map(toProblem);
}

function toProblem({ first, second, likeness }: CaseCopy): Problem {
  const { file, line } = first.place;
  const at = { id: second.one.id, other: first.one.id, where: `${file}:${line}`, place: second.place };
  if (likeness < 1) return problems.caseNear({ ...at, likeness });
  const [before, after] = [first.one.expect, second.one.expect];
  const isContrary =
    before !== undefined && after !== undefined && canonicalJson(before) !== canonicalJson(after);
  return isContrary ? problems.caseContradicts({ ...at, expects: [before, after] }) : problems.caseCopied(at);
}
