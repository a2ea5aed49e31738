import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Json } from '../domain/json.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import { hasReferences } from '../text/has-references.ts';
import { isMap } from '../text/is-map.ts';
import { sha256 } from '../text/sha256.ts';
import { findGrader } from './find-grader.ts';
import { nameApart } from './name-apart.ts';
import { parseCheck } from './parse-check.ts';
import { readPart } from './read-part.ts';
import type { Path } from './read-yaml.ts';
import { toProblems } from './to-problems.ts';
import { whyUnreadable } from './why-unreadable.ts';
import type { CheckContext, EntryParts, WrittenCheck } from './written-check.ts';

const common = z.object({
  name: z.string().min(1).optional(),
  weight: z.number().min(0).default(1),
  not: z.boolean().default(false),
  threshold: z.number().min(0).max(1).optional(),
});
const commonKeys = Object.keys(common.shape);

/** Reads a list of grader entries that stands at `base` of the source. */
export async function readChecks(
  entries: readonly unknown[],
  base: Path,
  context: CheckContext,
): Promise<Checked<WrittenCheck[]>> {
  const names = namesOf(entries, base, context);
  const read = await Promise.all(
    entries.map((entry, index) => readCheck(entry, [...base, index], context, names[index])),
  );
  return { value: read.flatMap((one) => one.value ?? []), problems: read.flatMap((one) => one.problems) };
}

/** As they will be called beside each other; an entry that is wrong has no name that matters. */
function namesOf(entries: readonly unknown[], base: Path, context: CheckContext): string[] {
  const nameOf = (entry: unknown, index: number): string => {
    if (!isMap(entry)) return '';
    if (typeof entry.name === 'string') return entry.name;
    const grader = findGrader(entry, [...base, index], commonKeys, context);
    return 'problem' in grader ? '' : grader.name;
  };
  return nameApart(entries.map((entry, index) => ({ name: nameOf(entry, index) }))).map(({ name }) => name);
}

const refused = (...found: Problem[]): Checked<never> => ({ value: undefined, problems: found });

/** `called` is its name beside others; one that stands alone has its own. */
async function readCheck(
  entry: unknown,
  path: Path,
  context: CheckContext,
  called?: string,
): Promise<Checked<WrittenCheck>> {
  if (!isMap(entry)) return refused(problems.graderShape({ place: context.source.at(path) }));
  const grader = findGrader(entry, path, commonKeys, context);
  if ('problem' in grader) return refused(grader.problem);
  await grader.prepare?.();
  const { value: parts, problems: found } = takeApart(entry, { grader, path, called }, context);
  if (!parts) return refused(...found);
  return grader.holdsGraders ? readHolder(parts, context) : readPlain(parts, context);
}

function takeApart(
  entry: Record<string, unknown>,
  { grader, path, called }: Pick<EntryParts, 'grader' | 'path'> & { called: string | undefined },
  context: CheckContext,
): Checked<EntryParts> {
  const { [grader.name]: raw, ...beside } = entry;
  const { data: settings, error } = common.safeParse(beside);
  const wrong = [
    ...(error ? toProblems(error, common, context.source, path, `\`${grader.name}\``) : []),
    ...unknownOptions(beside, grader, path, context),
  ];
  if (wrong.length > 0 || !settings) return refused(...wrong);
  const options = Object.fromEntries(Object.entries(beside).filter(([name]) => !commonKeys.includes(name)));
  const name = called ?? settings.name ?? grader.name;
  const counts = doesCount(settings, context);
  const parts = { grader, entry: entry as Json, raw, options, settings, path, called: name, counts };
  return { value: parts, problems: [] };
}

function doesCount({ weight }: EntryParts['settings'], { holder }: CheckContext): boolean {
  if (!holder) return weight > 0;
  return holder.counts && (weight > 0 || !holder.weighs);
}

async function readPlain(parts: EntryParts, context: CheckContext): Promise<Checked<WrittenCheck>> {
  const { raw, entry, path } = parts;
  const part = await readPart(raw, context.folder);
  if ('problem' in part) return refused({ ...part.problem, place: context.source.at(path) });
  const file = await readNamedFile(part.value, parts, context);
  if (file?.problem) return refused(file.problem);
  // An edited file makes another grader of it, as an edited entry does.
  const content = file ? { file: part.value, digest: file.digest } : part.value;
  const whole = content === raw ? entry : withValue(parts, content as Json);
  const written = { ...parts, entry: whole, raw: part.value };
  return parts.grader.needs === 'judge' ? readJudged(written, context) : parseCheck(written, context);
}

/** With another judge, or another prompt for it, an entry is another grader. */
async function readJudged(parts: EntryParts, context: CheckContext): Promise<Checked<WrittenCheck>> {
  const { value: judging, problems: found } = await context.findJudging(parts, context);
  if (!judging) return refused(...found);
  const entry = { ...(parts.entry as { [key: string]: Json }), judged: judging.digest };
  const read = parseCheck({ ...parts, entry, judging }, context);
  return { ...read, problems: [...found, ...read.problems] };
}

const withValue = ({ entry, grader }: EntryParts, value: Json): Json => ({
  ...(entry as { [key: string]: Json }),
  [grader.name]: value,
});

/** A file that a grader names (`./graders.ts#citesPolicy`) has to be there before anything is asked; what it imports is not looked at. */
async function readNamedFile(
  value: unknown,
  { grader, path }: EntryParts,
  { folder, source }: CheckContext,
): Promise<{ problem: Problem; digest?: undefined } | { problem?: undefined; digest: string } | undefined> {
  if (!grader.files?.includes('value') || typeof value !== 'string' || hasReferences(value)) return undefined;
  const [file = ''] = value.split('#');
  try {
    return { digest: sha256(await readFile(resolve(folder, file), 'utf8'), 16) };
  } catch (error) {
    const place = source.at([...path, grader.name]);
    return { problem: problems.unreadableFile({ file, detail: whyUnreadable(error), place }) };
  }
}

async function readHolder(parts: EntryParts, context: CheckContext): Promise<Checked<WrittenCheck>> {
  const { grader, raw, path, counts } = parts;
  const inner = [...path, grader.name];
  const within = { ...context, holder: { counts, weighs: grader.weighsGraders === true } };
  const held = Array.isArray(raw)
    ? await readChecks(raw, inner, within)
    : await readCheck(raw, inner, within).then((one) => ({ ...one, value: one.value && [one.value] }));
  if (held.problems.length > 0 || !held.value) return refused(...held.problems);
  if (held.value.length === 0) return refused(problems.graderShape({ place: context.source.at(path) }));
  const entries = held.value.map((one) => one.entry);
  const entry = withValue(parts, Array.isArray(raw) ? entries : entries[0]!);
  return parseCheck({ ...parts, entry }, context, held.value);
}

function unknownOptions(
  beside: Record<string, unknown>,
  grader: EntryParts['grader'],
  path: Path,
  { source }: CheckContext,
): Problem[] {
  const names = [...Object.keys(grader.options), ...commonKeys];
  return Object.keys(beside)
    .filter((key) => !names.includes(key))
    .map((key) => {
      const place = source.at([...path, key], 'key');
      const where = `\`${grader.name}\``;
      return problems.unknownKey({ key, where, names, suggestion: closest(key, names), place });
    });
}
