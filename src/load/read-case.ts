import type { Case, CheckRoots } from '../domain/case.ts';
import type { Json } from '../domain/json.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { andThen } from '../flow/and-then.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { sha256 } from '../text/sha256.ts';
import type { CaseContext, CasePlace } from './case-context.ts';
import { caseSchema, type WrittenCase } from './case-schema.ts';
import { checkVariables } from './check-variables.ts';
import { checksDigest } from './checks-digest.ts';
import { readChecks } from './read-checks.ts';
import { readVars } from './read-vars.ts';
import { soundFields } from './sound-fields.ts';
import { toChecks } from './to-checks.ts';
import { toProblems } from './to-problems.ts';
import { withoutFlaws } from './without-flaws.ts';
import type { WrittenCheck } from './written-check.ts';

/** What there is of a case when its shape is wrong has no value that could be missed. */
type Shape = { written: WrittenCase; problems: Problem[] };

/**
 * Makes a case of what was written, with everything that is wrong about it; a case comes with its problems wherever
 * one can be made. A promise only when a file has to be read.
 */
export function readCase(
  raw: unknown,
  at: CasePlace,
  context: CaseContext,
): Checked<Case> | Promise<Checked<Case>> {
  const shape = readShape(raw, at);
  if (!shape) return { value: undefined, problems: shapeProblems(raw, at) };
  return andThen(readVars(shape.written, at, context), (vars) =>
    andThen(readOwnChecks(shape.written.graders, at, context), (own) =>
      finish(shape, vars, own, at, context),
    ),
  );
}

const schemaOf = (at: CasePlace) => (at.row ? caseSchema.row : caseSchema.inline);

function shapeProblems(raw: unknown, at: CasePlace): Problem[] {
  const { error } = schemaOf(at).safeParse(raw);
  return error ? toProblems(error, schemaOf(at), at.source, at.path, 'a case') : [];
}

/** The case as it is written; what is wrong with its shape is left out. Undefined when it is no map. */
function readShape(raw: unknown, at: CasePlace): Shape | undefined {
  const schema = schemaOf(at);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { written: parsed.data, problems: [] };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const sound = soundFields(caseSchema.row, withoutFlaws(raw, parsed.error.issues));
  const written = { tags: [], weight: 1, meta: {}, observe: false, ...sound };
  return { written, problems: toProblems(parsed.error, schema, at.source, at.path, 'a case') };
}

function finish(
  { written, problems: shapeFlaws }: Shape,
  read: Checked<Record<string, Json>>,
  ownChecks: Checked<WrittenCheck[]> | undefined,
  at: CasePlace,
  context: CaseContext,
): Checked<Case> {
  const found = [...shapeFlaws, ...read.problems, ...(ownChecks?.problems ?? [])];
  const vars = { ...context.vars, ...read.value };
  const id = written.id ?? (at.row ? `${at.row.stem}/${sha256(canonicalJson(vars), 8)}` : 'without id');
  const roots = { expect: written.expect, vars, meta: written.meta };
  const chosen = chooseChecks(written, ownChecks?.value ?? [], context);
  const made = toChecks(chosen, roots);
  found.push(...made.problems.map((problem) => inCase(problem, at)));
  // Whatever is missing may be what was misspelt.
  if (found.length === 0) {
    if (isUngraded(written, context))
      found.push(problems.nothingToGrade({ id, place: at.source.at(at.path) }));
    found.push(...checkVariables({ id, vars, own: Object.keys(written.vars ?? {}) }, at, context.prompts));
  }
  const checksFor = (other: CheckRoots) => toChecks(chosen, other);
  const own = { vars: Object.keys(read.value ?? {}), graders: written.graders as Json | undefined };
  const parts = { checks: made.value!, checksFor, written: own };
  return { value: toCase(id, written, vars, parts), problems: found };
}

/** A grader of the suite that is wrong about a row of a data file is shown at the row; so is what a case lacks. */
const inCase = (problem: Problem, at: CasePlace): Problem =>
  at.row || problem.code === 'missing-reference' ? { ...problem, place: at.source.at(at.path) } : problem;

function isUngraded({ observe, expect, graders }: WrittenCase, { hasChecks }: CaseContext): boolean {
  if (observe || expect !== undefined) return false;
  if (graders === undefined) return !hasChecks;
  return Array.isArray(graders) ? graders.length === 0 && !hasChecks : graders.replace.length === 0;
}

function toCase(
  id: string,
  written: WrittenCase,
  vars: Record<string, Json>,
  parts: Pick<Case, 'checks' | 'checksFor' | 'written'>,
): Case {
  const { expect, meta, tags, weight, group, adversarial, parent, observe } = written;
  let digest: string | undefined;
  return {
    id, vars, expect, meta, tags, weight, group, adversarial, parent, observe, ...parts,
    /** Made when it is asked for: a scan of a large file never needs it. */
    get digest() {
      digest ??= sha256(canonicalJson({ vars, expect, meta, observe }), 16);
      return digest;
    },
    get gradersDigest() {
      return checksDigest(parts.checks);
    },
  }; // biome-ignore format: one line of names
}

function readOwnChecks(
  graders: WrittenCase['graders'],
  at: CasePlace,
  { graders: shelf, findJudging, folder }: CaseContext,
): Promise<Checked<WrittenCheck[]>> | undefined {
  if (graders === undefined) return undefined;
  const context = { graders: shelf, findJudging, folder, source: at.source };
  const path = [...at.path, 'graders'];
  return Array.isArray(graders)
    ? readChecks(graders, path, context)
    : readChecks(graders.replace, [...path, 'replace'], context);
}

function chooseChecks(written: WrittenCase, own: WrittenCheck[], context: CaseContext): WrittenCheck[] {
  if (written.observe) return [];
  const isReplacing = written.graders !== undefined && !Array.isArray(written.graders);
  const chosen = isReplacing ? own : [...context.checks, ...own];
  return chosen.length === 0 && written.expect !== undefined ? [context.equalsExpect] : chosen;
}
