import type { Case } from '../../domain/case.ts';
import { problems } from '../../domain/problems.ts';
import { closest } from '../../text/closest.ts';
import { Refusal } from '../refusal.ts';

const textsOf = ({ vars, written }: Case) =>
  (written?.vars ?? Object.keys(vars)).filter((name) => typeof vars[name] === 'string');

/**
 * The variable whose text is changed: the one that is asked for, else the only text that the cases have of their own.
 * Throws a `Refusal` where there is no such one, or several.
 */
export function mutatedVariable(cases: readonly Case[], suite: string, wanted: string | undefined): string {
  if (wanted !== undefined) return checked(cases, suite, wanted);
  const names = [...new Set(cases.flatMap(textsOf))].sort();
  if (names.length === 0) throw new Refusal([problems.mutateNoText({ suite })]);
  if (names.length > 1) throw new Refusal([problems.mutateWhich({ suite, names })]);
  return names[0]!;
}

function checked(cases: readonly Case[], suite: string, name: string): string {
  if (cases.some(({ vars }) => typeof vars[name] === 'string')) return name;
  const names = [...new Set(cases.flatMap(({ vars }) => Object.keys(vars)))].sort();
  if (names.includes(name)) throw new Refusal([problems.mutateNoText({ suite, variable: name })]);
  throw new Refusal([
    problems.unknownName({ kind: 'variable', name, names, suggestion: closest(name, names) }),
  ]);
}
