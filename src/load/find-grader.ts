import type { Grader } from '../domain/grader.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import type { Path } from './read-yaml.ts';
import type { CheckContext } from './written-check.ts';

/** Tells which key of an entry names its grader. `common` are the keys that stand beside every grader. */
export function findGrader(
  entry: Record<string, unknown>,
  path: Path,
  common: readonly string[],
  { graders, source }: CheckContext,
): Grader | { problem: Problem } {
  const keys = Object.keys(entry);
  const named = keys.filter((key) => graders.has(key) && !(key === 'not' && typeof entry[key] === 'boolean'));
  const found = named.map((name) => graders.get(name)!);
  // `equals` is a grader, and an option of another one.
  const owner = found.find(({ name, options }) =>
    named.every((key) => key === name || Object.hasOwn(options, key)),
  );
  if (owner) return owner;
  const place = source.at(path);
  if (found.length > 0) return { problem: problems.twoGraders({ names: named, place }) };
  const strangers = keys.filter((key) => !common.includes(key));
  return strangers.length > 0
    ? unknownGrader(strangers, path, { graders, source })
    : { problem: problems.graderShape({ place }) };
}

/** Of several unknown keys the one that is nearly a grader is meant to be it; the others are its options. */
function unknownGrader(
  strangers: readonly string[],
  path: Path,
  { graders, source }: Pick<CheckContext, 'graders' | 'source'>,
): { problem: Problem } {
  const names = graders.names();
  const odd = strangers.find((key) => closest(key, names)) ?? strangers[0]!;
  return { problem: { ...graders.unknown(odd), place: source.at([...path, odd], 'key') } };
}
