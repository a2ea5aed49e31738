import { isAbsolute, resolve } from 'node:path';
import type { Check } from '../domain/check.ts';
import type { Grader } from '../domain/grader.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { hasReferences } from '../text/has-references.ts';
import { type Roots, resolveReferences } from '../text/resolve-references.ts';
import { nameApart } from './name-apart.ts';
import { optionsSchema } from './options-schema.ts';
import { toProblems } from './to-problems.ts';
import type { CheckContext, EntryParts, WrittenCheck } from './written-check.ts';

type Part<T> = { value?: T; problems: Problem[] };

/**
 * Makes an entry into something that gives a check for a case. Without references the check is made once, and what
 * is wrong with it is told once; with them, once a case. `held` are the graders that a grader holds.
 */
export function parseCheck(
  parts: EntryParts,
  context: CheckContext,
  held?: readonly WrittenCheck[],
): Checked<WrittenCheck> {
  const options = onceOrPerCase(parts.options, (roots) => parseOptions(parts, roots, context));
  const value = held
    ? (roots: Roots) => holdChecks(held, Array.isArray(parts.raw), roots)
    : onceOrPerCase(parts.raw, (roots) => parseValue(parts, roots, context));
  const isFixed = !held && !hasReferences(parts.raw) && !hasReferences(parts.options);
  const make = (roots: Roots) => join(parts, value(roots), options(roots), context);
  if (!isFixed) {
    const wrong = hasReferences(parts.options) ? [] : options({}).problems;
    return wrong.length > 0
      ? { value: undefined, problems: wrong }
      : { value: { entry: parts.entry, toCheck: make }, problems: [] };
  }
  const made = make({});
  if (!made.value) return { value: undefined, problems: made.problems };
  return { value: { entry: parts.entry, toCheck: () => made }, problems: [] };
}

/** What holds no references is parsed at its first use and never again. */
function onceOrPerCase<T>(written: unknown, parse: (roots: Roots) => Part<T>): (roots: Roots) => Part<T> {
  if (hasReferences(written)) return parse;
  let made: Part<T> | undefined;
  return () => {
    made ??= parse({});
    return made;
  };
}

function join(
  { grader, settings, entry, path, judging }: EntryParts,
  value: Part<unknown>,
  options: Part<Record<string, unknown>>,
  { source }: CheckContext,
): Checked<Check> {
  const found = [...value.problems, ...options.problems];
  if (found.length > 0 || !options.value) return { value: undefined, problems: found };
  const parsed = { value: value.value, options: options.value };
  const refusal = grader.refuse?.({ ...parsed, threshold: settings.threshold });
  if (refusal !== undefined) {
    const place = source.at([...path, grader.name]);
    return { value: undefined, problems: [problems.refusedGrader({ grader: grader.name, refusal, place })] };
  }
  const who = judging ? { judging } : {};
  const check = { grader, ...settings, name: settings.name ?? grader.name, ...parsed, ...who, source: entry };
  return { value: check, problems: [] };
}

function parseValue({ grader, raw, path }: EntryParts, roots: Roots, context: CheckContext): Part<unknown> {
  const missing: string[] = [];
  const own = [...path, grader.name];
  const parsed = grader.value.safeParse(
    toFile(resolveReferences(raw, roots, missing), grader, context.folder),
  );
  if (missing.length > 0) return { problems: unknown(missing, own, context) };
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { problems: toProblems(parsed.error, grader.value, context.source, own, `\`${grader.name}\``) };
}

function parseOptions(
  { grader, options, path }: EntryParts,
  roots: Roots,
  context: CheckContext,
): Part<Record<string, unknown>> {
  const missing: string[] = [];
  const schema = optionsSchema(grader);
  const parsed = schema.safeParse(resolveReferences(options, roots, missing));
  if (missing.length > 0) return { problems: unknown(missing, path, context) };
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { problems: toProblems(parsed.error, schema, context.source, path, `\`${grader.name}\``) };
}

function holdChecks(held: readonly WrittenCheck[], isList: boolean, roots: Roots): Part<unknown> {
  const made = held.map((one) => one.toCheck(roots));
  const checks = made.flatMap((one) => one.value ?? []);
  return { value: isList ? nameApart(checks) : checks[0], problems: made.flatMap((one) => one.problems) };
}

const unknown = (missing: readonly string[], path: EntryParts['path'], { source }: CheckContext): Problem[] =>
  missing.map((reference) =>
    isOfCase.test(reference)
      ? problems.missingReference({ reference, place: source.at(path) })
      : problems.unknownReference({ reference, place: source.at(path) }),
  );

/** What a case may have, and this one has not. */
const isOfCase = /^\$(expect|vars|meta)(\.|$)/;

/** A file that a grader names is looked for from the folder of the suite. */
function toFile(value: unknown, { files }: Grader, folder: string): unknown {
  if (!files?.includes('value') || typeof value !== 'string' || isAbsolute(value)) return value;
  return resolve(folder, value);
}
