import type { Json } from '../../domain/json.ts';
import { problems } from '../../domain/problems.ts';
import { inputName } from '../../load/input-name.ts';
import { isMap } from '../../text/is-map.ts';
import { Refusal } from '../refusal.ts';
import type { AddTarget } from './open-target.ts';
import type { LogRow } from './read-log.ts';

/**
 * A function that makes a case's variables of a row: the input under the name that is given, or that every prompt takes; an
 * input that is a map, or the row itself, by the names of the prompts' variables. Throws a `Refusal` where the name is not to be known.
 */
export function toVars(
  { suite, vars }: Pick<AddTarget, 'suite' | 'vars'>,
  given: string | undefined,
): (row: LogRow) => Record<string, Json> {
  const { prompts } = suite;
  const filled = Object.keys(vars);
  const names = openNames(suite, filled);
  if (given !== undefined && prompts.length > 0 && !names.includes(given))
    throw new Refusal([
      problems.badFlag({ detail: `--var needs one of ${names.join(', ')}, not "${given}"` }),
    ]);
  const name = given ?? inputName(prompts, filled);
  return ({ row, input, text }) => {
    const named = picked(input, names);
    if (Object.keys(named).length > 0) return named;
    if (name !== undefined) return { [name]: text ?? input };
    const fields = picked(row, names);
    if (Object.keys(fields).length === names.length && names.length > 0) return fields;
    throw new Refusal([problems.logWhichVariable({ suite: suite.name, names })]);
  };
}

/** The variables of the prompts that the suite itself does not fill. */
function openNames({ prompts }: AddTarget['suite'], filled: readonly string[]): string[] {
  const all = new Set(prompts.flatMap(({ inputs, variables }) => inputs ?? variables));
  return [...all].filter((name) => !filled.includes(name));
}

function picked(from: unknown, names: readonly string[]): Record<string, Json> {
  if (!isMap(from)) return {};
  return Object.fromEntries(
    names.filter((one) => Object.hasOwn(from, one)).map((one) => [one, from[one] as Json]),
  );
}
