import type { Case } from '../domain/case.ts';
import type { Json } from '../domain/json.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Prompt } from '../domain/prompt.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { closest } from '../text/closest.ts';
import { sha256 } from '../text/sha256.ts';
import { caseSchema, type WrittenCase } from './case-schema.ts';
import { nameApart } from './name-apart.ts';
import { type CheckContext, readChecks, type WrittenCheck } from './read-checks.ts';
import { readPart } from './read-part.ts';
import type { Path, YamlSource } from './read-yaml.ts';
import { toProblems } from './to-problems.ts';

/** A prompt with the function that fills it: whether a case has all that it needs is known by filling it. */
export type FillablePrompt = { prompt: Prompt; fill(vars: Record<string, Json>): unknown };

/** What a case has from its suite. */
export type CaseContext = {
  graders: CheckContext['graders'];
  /** Folder of the suite file, absolute. */
  folder: string;
  prompts: FillablePrompt[];
  vars: Record<string, Json>;
  checks: WrittenCheck[];
  /** `$expect`, for cases that name no grader. */
  equalsExpect: WrittenCheck;
};

/** Where a case was written. Rows of data files may leave the id out, and name no files. */
export type CasePlace = { source: YamlSource; path: Path; row?: { stem: string } };

/** Makes a case of what was written, with everything that is wrong about it. */
export async function readCase(raw: unknown, at: CasePlace, context: CaseContext): Promise<Checked<Case>> {
  const schema = at.row ? caseSchema.row : caseSchema.inline;
  const parsed = schema.safeParse(raw);
  if (!parsed.success)
    return { value: undefined, problems: toProblems(parsed.error, schema, at.source, at.path, 'a case') };
  const written: WrittenCase = parsed.data;
  const vars = await readVars(written, at, context);
  const own = written.graders === undefined ? undefined : await readOwnChecks(written.graders, at, context);
  const found = [...vars.problems, ...(own?.problems ?? [])];
  if (!vars.value || (own && !own.value)) return { value: undefined, problems: found };
  const id = written.id ?? `${at.row!.stem}/${sha256(canonicalJson(vars.value), 8)}`;
  const chosen = chooseChecks(written, own?.value ?? [], context);
  const roots = { expect: written.expect, vars: vars.value, meta: written.meta };
  const made = chosen.map((one) => one.toCheck(roots));
  found.push(
    ...made
      .flatMap((one) => one.problems)
      .map((one) => ({ ...one, place: at.row ? at.source.at(at.path) : one.place })),
  );
  if (chosen.length === 0 && !written.observe)
    found.push(problems.nothingToGrade({ id, place: at.source.at(at.path) }));
  found.push(...wrongVariables(id, vars.value, at, context));
  const checks = nameApart(made.flatMap((one) => one.value ?? []));
  return { value: toCase(id, written, vars.value, checks), problems: found };
}

function toCase(id: string, written: WrittenCase, vars: Record<string, Json>, checks: Case['checks']): Case {
  const { expect, meta, tags, weight, group, adversarial, parent, observe } = written;
  let digest: string | undefined;
  return {
    id, vars, expect, meta, tags, weight, group, adversarial, parent, observe, checks,
    /** Made when it is asked for: a scan of a large file never needs it. */
    get digest() {
      digest ??= sha256(canonicalJson({ vars, expect, meta, observe, graders: checks.map((check) => check.source) }), 16);
      return digest;
    },
  }; // biome-ignore format: one line of names
}

async function readVars(
  written: WrittenCase,
  at: CasePlace,
  context: CaseContext,
): Promise<Checked<Record<string, Json>>> {
  const vars: Record<string, Json> = { ...context.vars };
  const found: Problem[] = [];
  const set = async (name: string, value: Json, path: Path) => {
    const part = at.row ? { value } : await readPart(value, context.folder, true);
    if ('problem' in part) found.push({ ...part.problem, place: at.source.at([...at.path, ...path]) });
    else vars[name] = part.value as Json;
  };
  for (const [name, value] of Object.entries(written.vars ?? {})) await set(name, value, ['vars', name]);
  if (written.input !== undefined) {
    const name = nameOfInput(context);
    if (name === undefined)
      found.push(problems.inputNeedsOne({ place: at.source.at([...at.path, 'input'], 'key') }));
    else await set(name, written.input, ['input']);
  }
  return { value: found.length > 0 ? undefined : vars, problems: found };
}

/** The prompt's one variable that the suite does not fill; `input` where there is no prompt. */
function nameOfInput({ prompts, vars }: CaseContext): string | undefined {
  const prompt = prompts[0]?.prompt;
  if (!prompt) return 'input';
  const open = (prompt.inputs ?? prompt.variables).filter((name) => !Object.hasOwn(vars, name));
  return open.length === 1 ? open[0] : undefined;
}

async function readOwnChecks(
  graders: NonNullable<WrittenCase['graders']>,
  at: CasePlace,
  context: CaseContext,
): Promise<Checked<WrittenCheck[]>> {
  const isReplacing = !Array.isArray(graders);
  const path = [...at.path, 'graders', ...(isReplacing ? ['replace'] : [])];
  return readChecks(isReplacing ? graders.replace : graders, path, {
    graders: context.graders,
    folder: context.folder,
    source: at.source,
  });
}

function chooseChecks(written: WrittenCase, own: WrittenCheck[], context: CaseContext): WrittenCheck[] {
  if (written.observe) return [];
  const isReplacing = written.graders !== undefined && !Array.isArray(written.graders);
  const chosen = isReplacing ? own : [...context.checks, ...own];
  return chosen.length === 0 && written.expect !== undefined ? [context.equalsExpect] : chosen;
}

function wrongVariables(
  id: string,
  vars: Record<string, Json>,
  at: CasePlace,
  { prompts }: CaseContext,
): Problem[] {
  return prompts.flatMap(({ prompt, fill }) => [
    ...unfilled(id, vars, prompt, fill, at),
    ...Object.keys(vars)
      .filter((name) => prompt.inputs && !prompt.variables.includes(name) && !prompt.inputs.includes(name))
      .map((name) => {
        const place = at.source.at([...at.path, 'vars', name], 'key');
        return problems.undeclaredVariable({
          name,
          prompt: prompt.id,
          id,
          suggestion: closest(name, prompt.inputs!),
          place,
        });
      }),
  ]);
}

/** A variable may be optional (`{% if x %}`), so the template itself is asked. */
function unfilled(
  id: string,
  vars: Record<string, Json>,
  prompt: Prompt,
  fill: FillablePrompt['fill'],
  at: CasePlace,
): Problem[] {
  try {
    fill(vars);
    return [];
  } catch (error) {
    const place = at.source.at([...at.path, 'vars'], 'key');
    const missing = prompt.variables.filter((name) => !Object.hasOwn(vars, name));
    const spare = Object.keys(vars).filter((name) => !prompt.variables.includes(name));
    if (missing.length === 0) {
      const detail = error instanceof Error ? error.message : String(error);
      return [problems.unfilledCase({ prompt: prompt.id, id, detail, place })];
    }
    return missing.map((name) =>
      problems.undefinedVariable({ name, prompt: prompt.id, id, suggestion: closest(name, spare), place }),
    );
  }
}
