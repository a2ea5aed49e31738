import { z } from 'zod';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import type { Path, YamlSource } from './read-yaml.ts';

type Issue = z.core.$ZodIssue;

/** Turns what a schema found into problems with places. `base` is the path at which `schema` was applied. */
export function toProblems(
  error: z.ZodError,
  schema: z.ZodType,
  source: YamlSource,
  base: Path = [],
  what = 'this file',
): Problem[] {
  return error.issues
    .flatMap((issue) => flatten(issue))
    .flatMap((issue) => toProblem(issue, schema, source, base, what));
}

/** Of the ways in which a union could have matched, the one that came closest speaks. */
function flatten(issue: Issue, prefix: Path = []): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }];
  const weight = (issues: Issue[]) =>
    issues.reduce((sum, one) => sum + (one.code === 'invalid_type' && one.path.length === 0 ? 100 : 1), 0);
  const options = [...issue.errors].sort((a, b) => weight(a) - weight(b));
  const isTypeOnly = options.every((option) => weight(option) >= 100);
  if (isTypeOnly) return [{ ...issue, path, errors: [], message: expectedOneOf(issue.errors) } as Issue];
  return options[0]!.flatMap((one) => flatten(one, path));
}

function expectedOneOf(options: Issue[][]): string {
  const wanted = options.map((option) => describe(option[0]!).replace(/^(is missing; it )?needs /, ''));
  const isMissing = options.every(([first]) => /received undefined/.test(first!.message));
  return `${isMissing ? 'is missing; it ' : ''}needs ${wanted.join(' or ')}`;
}

function toProblem(issue: Issue, schema: z.ZodType, source: YamlSource, base: Path, what: string): Problem[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const names = keysAt(schema, issue.path);
    const where = issue.path.length > 0 ? `\`${toText(issue.path)}\`` : what;
    return issue.keys.map((key) =>
      problems.unknownKey({
        key,
        where,
        names,
        suggestion: closest(key, names),
        place: source.at([...path, key], 'key'),
      }),
    );
  }
  return [problems.badValue({ path: toText(path), expected: describe(issue), place: source.at(path) })];
}

const nouns: Record<string, string> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list',
  object: 'a map', record: 'a map', undefined: 'nothing',
}; // biome-ignore format: a table

function describe(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    const noun = nouns[issue.expected] ?? issue.expected;
    return /received undefined/.test(issue.message) ? `is missing; it needs ${noun}` : `needs ${noun}`;
  }
  if (issue.code === 'invalid_value')
    return `needs ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
  if (issue.code === 'too_small')
    return bound(issue.origin, issue.inclusive ? 'at least' : 'more than', Number(issue.minimum));
  if (issue.code === 'too_big')
    return bound(issue.origin, issue.inclusive ? 'at most' : 'less than', Number(issue.maximum));
  return issue.message;
}

function bound(origin: string, words: string, limit: number): string {
  if (origin === 'array') return `needs ${words} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  if (origin === 'string')
    return limit === 1 && words === 'at least' ? 'is empty' : `needs ${words} ${limit} characters`;
  return `needs ${words} ${limit}`;
}

const toText = (path: Path) =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step),
    '',
  );

/** The keys that a map at `path` may have. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let open: z.ZodType[] = [schema];
  for (const step of path) open = open.flatMap((one) => childOf(unwrap(one), step));
  return [...new Set(open.flatMap((one) => objectsIn(unwrap(one))).flatMap((one) => Object.keys(one.shape)))];
}

function unwrap(schema: z.ZodType): z.ZodType {
  const definition = schema.def as { innerType?: z.ZodType; in?: z.ZodType };
  const inner = definition.innerType ?? definition.in;
  return inner ? unwrap(inner) : schema;
}

function objectsIn(schema: z.ZodType): z.ZodObject[] {
  if (schema instanceof z.ZodObject) return [schema];
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => objectsIn(unwrap(option as z.ZodType)));
  return [];
}

function childOf(schema: z.ZodType, step: PropertyKey): z.ZodType[] {
  if (schema instanceof z.ZodObject)
    return schema.shape[String(step)] ? [schema.shape[String(step)] as z.ZodType] : [];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => childOf(unwrap(option as z.ZodType), step));
  return [];
}
