import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import type { Catalog } from '../domain/catalog.ts';
import type { Check } from '../domain/check.ts';
import type { Grader } from '../domain/grader.ts';
import type { Json } from '../domain/json.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import { hasReferences } from '../text/has-references.ts';
import { type Roots, resolveReferences } from '../text/resolve-references.ts';
import { nameApart } from './name-apart.ts';
import { optionsSchema } from './options-schema.ts';
import { readPart } from './read-part.ts';
import type { Path, YamlSource } from './read-yaml.ts';
import { toProblems } from './to-problems.ts';

/** A grader entry that has been looked at; `toCheck` fills its references for one case. */
export type WrittenCheck = { toCheck(roots: Roots): Checked<Check> };

type Common = { name?: string; weight: number; not: boolean; threshold?: number };
const common = z.object({
  name: z.string().min(1).optional(),
  weight: z.number().min(0).default(1),
  not: z.boolean().default(false),
  threshold: z.number().min(0).max(1).optional(),
});
const commonKeys = Object.keys(common.shape);
/** Graders that ask a model; they come with the judges. */
const judgeKeys = [
  'judge',
  'factual',
  'faithful',
  'relevant',
  'context-recall',
  'context-precision',
  'criteria',
  'pairwise',
  'safe',
];

/** Where the entries stand, and what they may name. */
export type CheckContext = {
  graders: Catalog<Grader>;
  source: YamlSource /** Folder of the file, absolute. */;
  folder: string;
};

/** Reads a list of grader entries that stands at `base` of the source. */
export async function readChecks(
  entries: readonly unknown[],
  base: Path,
  context: CheckContext,
): Promise<Checked<WrittenCheck[]>> {
  const read = await Promise.all(entries.map((entry, index) => readCheck(entry, [...base, index], context)));
  return { value: read.flatMap((one) => one.value ?? []), problems: read.flatMap((one) => one.problems) };
}

async function readCheck(entry: unknown, path: Path, context: CheckContext): Promise<Checked<WrittenCheck>> {
  const place = context.source.at(path);
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return { value: undefined, problems: [problems.graderShape({ place })] };
  }
  const found = findGrader(entry as Record<string, unknown>, path, context);
  if ('problem' in found) return { value: undefined, problems: [found.problem] };
  const { grader, key } = found;
  await grader.prepare?.();
  const { [key]: raw, ...rest } = entry as Record<string, unknown>;
  const settings = common.safeParse(rest);
  const beside = z.strictObject({ ...grader.options, ...common.shape });
  const options = Object.fromEntries(Object.entries(rest).filter(([name]) => !commonKeys.includes(name)));
  const wrong = [
    ...(settings.success ? [] : toProblems(settings.error, common, context.source, path, `\`${key}\``)),
    ...unknownOptions(rest, beside, path, key, context),
  ];
  if (wrong.length > 0 || !settings.success) return { value: undefined, problems: wrong };
  if (grader.holdsGraders)
    return readHolder(entry as Json, grader, raw, settings.data, options, path, context);
  const part = await readPart(raw, context.folder);
  if ('problem' in part) return { value: undefined, problems: [{ ...part.problem, place }] };
  return toWritten(
    { entry: entry as Json, grader, raw: part.value, options, settings: settings.data, path: [...path, key] },
    context,
  );
}

type Written = {
  entry: Json;
  grader: Grader;
  raw: unknown;
  options: Record<string, unknown>;
  settings: Common;
  path: Path;
};

function findGrader(
  entry: Record<string, unknown>,
  path: Path,
  { graders, source }: CheckContext,
): { grader: Grader; key: string } | { problem: Problem } {
  const keys = Object.keys(entry);
  const named = keys.filter((key) => graders.has(key) && !(key === 'not' && typeof entry[key] === 'boolean'));
  if (named.length > 1) return { problem: problems.twoGraders({ names: named, place: source.at(path) }) };
  const key = named[0];
  if (key) return { key, grader: graders.get(key)! };
  const strangers = keys.filter((one) => !commonKeys.includes(one));
  // Of several unknown keys the one that is nearly a grader is meant to be it; the others are its options.
  const odd =
    strangers.find((one) => judgeKeys.includes(one) || closest(one, graders.names())) ?? strangers[0];
  if (!odd) return { problem: problems.graderShape({ place: source.at(path) }) };
  const place = source.at([...path, odd], 'key');
  if (judgeKeys.includes(odd)) {
    const say = namesJudge(entry[odd], entry) ? problems.judgeNotSupported : problems.judgeUnnamed;
    return { problem: say({ grader: odd, place }) };
  }
  return { problem: { ...graders.unknown(odd), place } };
}

const namesJudge = (value: unknown, entry: Record<string, unknown>) =>
  typeof entry.judge === 'string' && entry.judge !== value
    ? true
    : typeof value === 'object' && value !== null && 'judge' in value;

function unknownOptions(
  rest: Record<string, unknown>,
  beside: z.ZodObject,
  path: Path,
  key: string,
  { source }: CheckContext,
): Problem[] {
  const names = Object.keys(beside.shape);
  return Object.keys(rest)
    .filter((name) => !names.includes(name))
    .map((name) =>
      problems.unknownKey({
        key: name,
        where: `\`${key}\``,
        names,
        suggestion: closest(name, names),
        place: source.at([...path, name], 'key'),
      }),
    );
}

async function readHolder(
  entry: Json,
  grader: Grader,
  raw: unknown,
  settings: Common,
  options: Record<string, unknown>,
  path: Path,
  context: CheckContext,
): Promise<Checked<WrittenCheck>> {
  const isList = Array.isArray(raw);
  const inner = [...path, grader.name];
  const children = isList ? await readChecks(raw, inner, context) : await readOne(raw, inner, context);
  if (children.problems.length > 0 || !children.value)
    return { value: undefined, problems: children.problems };
  const held = children.value;
  if (held.length === 0)
    return { value: undefined, problems: [problems.graderShape({ place: context.source.at(path) })] };
  const toCheck = (roots: Roots): Checked<Check> => {
    const made = held.map((one) => one.toCheck(roots));
    const checks = made.flatMap((one) => one.value ?? []);
    const wrong = made.flatMap((one) => one.problems);
    if (wrong.length > 0) return { value: undefined, problems: wrong };
    const value = isList ? nameApart(checks) : checks[0];
    const parsed = optionsSchema(grader).safeParse(options);
    if (!parsed.success)
      return {
        value: undefined,
        problems: toProblems(parsed.error, optionsSchema(grader), context.source, path),
      };
    return {
      value: {
        grader,
        ...settings,
        name: settings.name ?? grader.name,
        value,
        options: parsed.data,
        source: entry,
      },
      problems: [],
    };
  };
  return { value: { toCheck }, problems: [] };
}

async function readOne(raw: unknown, path: Path, context: CheckContext): Promise<Checked<WrittenCheck[]>> {
  const one = await readCheck(raw, path, context);
  return { value: one.value ? [one.value] : undefined, problems: one.problems };
}

/** Without references the check is made once; with them, once a case. */
function toWritten(written: Written, context: CheckContext): Checked<WrittenCheck> {
  if (hasReferences(written.raw) || hasReferences(written.options)) {
    return { value: { toCheck: (roots) => parseCheck(written, roots, context) }, problems: [] };
  }
  const once = parseCheck(written, {}, context);
  return once.value
    ? { value: { toCheck: () => once }, problems: [] }
    : { value: undefined, problems: once.problems };
}

function parseCheck(
  { entry, grader, raw, options, settings, path }: Written,
  roots: Roots,
  context: CheckContext,
): Checked<Check> {
  const missing: string[] = [];
  const value = grader.value.safeParse(
    toFiles(resolveReferences(raw, roots, missing), grader, 'value', context.folder),
  );
  const schema = optionsSchema(grader);
  const parsed = schema.safeParse(resolveReferences(options, roots, missing));
  const found = [
    ...missing.map((reference) => problems.unknownReference({ reference, place: context.source.at(path) })),
    ...(value.success || missing.length > 0
      ? []
      : toProblems(value.error, grader.value, context.source, path, `\`${grader.name}\``)),
    ...(parsed.success
      ? []
      : toProblems(parsed.error, schema, context.source, path.slice(0, -1), `\`${grader.name}\``)),
  ];
  if (found.length > 0 || !value.success || !parsed.success) return { value: undefined, problems: found };
  const refusal = grader.refuse?.({ value: value.data, options: parsed.data });
  if (refusal !== undefined) {
    return {
      value: undefined,
      problems: [problems.refusedGrader({ grader: grader.name, refusal, place: context.source.at(path) })],
    };
  }
  return {
    value: {
      grader,
      ...settings,
      name: settings.name ?? grader.name,
      value: value.data,
      options: parsed.data,
      source: entry,
    },
    problems: [],
  };
}

/** A file that a grader names is looked for from the folder of the suite. */
function toFiles(value: unknown, grader: Grader, part: string, folder: string): unknown {
  if (!grader.files?.includes(part) || typeof value !== 'string' || isAbsolute(value)) return value;
  return resolve(folder, value);
}
