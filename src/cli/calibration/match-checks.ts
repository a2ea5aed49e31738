import type { LabelScale } from '../../analyze/calibration/label-scale.ts';
import type { Case } from '../../domain/case.ts';
import { judgedChecks } from '../../domain/judged-checks.ts';
import type { Checked, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { problemList } from '../../load/problem-list.ts';
import type { PlannedSuite } from '../../plan/planned-suite.ts';
import { casesById } from './cases-by-id.ts';
import { isTurned } from './is-turned.ts';
import type { LabelGroup } from './label-group.ts';
import type { LabelledOutput } from './labelled-output.ts';
import { scaleOf } from './scale-of.ts';
import { toLabelledSubject } from './to-labelled-subject.ts';

/**
 * Finds for each item the check that asks its question, in the suites as they are today, and fills it from the item's own
 * input; an item that brings none takes that of its case. Everything that is wrong is told at once.
 */
export async function matchChecks(
  groups: readonly LabelGroup[],
  suites: readonly Pick<PlannedSuite, 'suite' | 'arms'>[],
): Promise<Checked<LabelledOutput[]>> {
  const found = problemList();
  const outputs: LabelledOutput[] = [];
  for (const planned of suites) {
    const own = groups.filter(({ suite }) => suite === planned.suite.name);
    const cases = await casesById(planned.suite, new Set(own.map(({ lines }) => lines[0]!.label.case)));
    const subjectOf = toLabelledSubject(planned);
    for (const group of own) {
      const one = cases.get(group.lines[0]!.label.case);
      const subject = subjectOf(group, one);
      const check = checkOf(group, subject.case, (one?.checksFor ?? planned.suite.checksFor)!);
      found.add([
        ...check.problems,
        ...(check.value ? offMenu(group, scaleOf(check.value.check).scale) : []),
      ]);
      if (check.value) outputs.push({ group, subject, ...check.value });
    }
  }
  return { value: outputs, problems: once(found.all()) };
}

/** Also where other graders hold it. */
function checkOf(
  { suite, check, lines }: LabelGroup,
  roots: Parameters<NonNullable<Case['checksFor']>>[0],
  checksFor: NonNullable<Case['checksFor']>,
): Checked<Pick<LabelledOutput, 'check' | 'isTurned'>> {
  const { at, label } = lines[0]!;
  const made = checksFor(roots);
  const all = judgedChecks(made.value ?? []);
  const named = all.filter(({ name }) => name === check);
  const refuse = (...found: Problem[]) => ({ value: undefined, problems: found });
  if (named.length === 1)
    return { value: { check: named[0]!, isTurned: isTurned(made.value!, check) === true }, problems: [] };
  if (named.length > 1) return refuse(problems.labelTwins({ check, id: label.case, place: at(['check']) }));
  // What its own references lack has left the check out.
  if (made.problems.length > 0)
    return refuse(...made.problems.map((problem) => ({ ...problem, place: at([]) })));
  const names = [...new Set(all.map(({ name }) => name))];
  return refuse(problems.labelCheckMissing({ suite, check, names, place: at(['check']) }));
}

function offMenu({ lines }: LabelGroup, { names, has }: LabelScale): Problem[] {
  return lines.flatMap(({ label: { label }, at }) =>
    label === null || has(label) ? [] : [problems.labelOffMenu({ label, names, place: at(['label']) })],
  );
}

/** A check that is not there is told once, and not for each of its labels. */
function once(all: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return all.filter(({ code, message }) => {
    if (code !== 'label-check-missing') return true;
    return !seen.has(message) && seen.add(message);
  });
}
