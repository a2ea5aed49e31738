import type { Case } from '../../domain/case.ts';
import { problems } from '../../domain/problems.ts';
import type { Suite } from '../../domain/suite.ts';
import { type Selection, select } from '../../plan/select.ts';
import { Refusal } from '../refusal.ts';

/** The cases of which variants are made, and the ids of all cases that there are. */
export type BenignCases = { cases: Case[]; ids: ReadonlySet<string> };

/** The benign cases of a suite that are selected: adversarial and observed ones are none. Throws a `Refusal` when there is none. */
export async function benignCases(suite: Suite, selection: Selection): Promise<BenignCases> {
  const isSelected = select(selection, suite.name);
  const ids = new Set<string>();
  const benign: Case[] = [];
  for (let at = 0; at < suite.cases.count; at++) {
    const one = await suite.cases.read(at);
    ids.add(one.id);
    if (one.adversarial === undefined && !one.observe) benign.push(one);
  }
  if (benign.length === 0) throw new Refusal([problems.mutateNothing({ suite: suite.name })]);
  const cases = benign.filter(isSelected);
  if (cases.length > 0) return { cases, ids };
  throw new Refusal([problems.nothingSelected({ selection: flags(selection) })]);
}

const flags = ({ cases, tags, notTags }: Selection) =>
  [
    ['--case', cases],
    ['--tag', tags],
    ['--not-tag', notTags],
  ]
    .flatMap(([flag, values]) => (values ? [`${String(flag)} ${[values].flat().join(',')}`] : []))
    .join(' ');
