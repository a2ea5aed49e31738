import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Case } from '../domain/case.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Grader } from '../domain/grader.ts';
import type { Json } from '../domain/json.ts';
import type { Model } from '../domain/model.ts';
import type { Checked, Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Prompt } from '../domain/prompt.ts';
import type { Provider } from '../domain/provider.ts';
import type { Suite } from '../domain/suite.ts';
import { fillPrompt } from '../plan/fill-prompt.ts';
import { sha256 } from '../text/sha256.ts';
import { gateSchema } from './gate-schema.ts';
import type { CaseContext } from './read-case.ts';
import { readCases } from './read-cases.ts';
import { type CheckContext, readChecks } from './read-checks.ts';
import type { Config } from './read-config.ts';
import { readPart } from './read-part.ts';
import type { Path, YamlSource } from './read-yaml.ts';
import { resolveModel } from './resolve-model.ts';
import { suiteSchema } from './suite-schema.ts';
import { toProblems } from './to-problems.ts';

/** What a suite may name, and what the command line lays over it. */
export type SuiteContext = {
  root: string;
  config: Config;
  graders: Catalog<Grader>;
  providers: Catalog<Provider>;
  findPrompt(reference: string, place: Place): Promise<Checked<Prompt>>;
  hasPrice(model: Model): Promise<boolean>;
  models?: string[];
  prompts?: string[];
  repeat?: number;
  strictCoverage?: boolean;
  keep(suite: string): (one: Case) => boolean;
};

/** A suite file whose YAML is sound: enough to know its name. */
export type SuiteFile = { file: string; name: string; text: string; source: YamlSource };

/** For a suite before its cases are read one by one. */
const frameSchema = suiteSchema.extend({ cases: z.array(z.unknown()).min(1) });
type Frame = z.output<typeof frameSchema>;

/** Reads a whole suite: everything that it names is looked up, every case is checked. */
export async function readSuite(
  { file, text, source }: SuiteFile,
  context: SuiteContext,
): Promise<Checked<Suite>> {
  const parsed = frameSchema.safeParse(source.value);
  if (!parsed.success)
    return { value: undefined, problems: toProblems(parsed.error, suiteSchema, source, [], 'a suite') };
  const frame = parsed.data;
  const folder = dirname(resolve(context.root, file));
  const found: Problem[] = await checkFrame(frame, source, folder);
  const prompts = collect(
    await Promise.all(
      promptNames(frame, source, context).map(({ name, place }) => context.findPrompt(name, place)),
    ),
    found,
  );
  const models = collect(
    modelNames(frame, source, context).map(({ name, place }) =>
      resolveModel(name, context.config, context.providers, place),
    ),
    found,
  );
  const caseContext = await toCaseContext(frame, source, folder, prompts, context, found);
  const hasAllPrompts = prompts.length === promptNames(frame, source, context).length;
  const cases = await readCases(
    frame.cases,
    source,
    context.root,
    hasAllPrompts ? caseContext : { ...caseContext, prompts: [] },
    context.keep(frame.suite),
  );
  found.push(...cases.problems, ...(await checkPrices(frame, models, source, context)));
  if (!cases.value) return { value: undefined, problems: found };
  found.push(...checkCoverage(frame, cases.value, source, context));
  const digest = sha256([text, ...cases.value.digests].join('\n'));
  return {
    value: {
      name: frame.suite, description: frame.description, file, prompts, models, cases: cases.value.cases, casesInSuite: cases.value.total,
      repeat: context.repeat ?? frame.repeat, gate: frame.gate ?? gateSchema.parse({}), hasGate: frame.gate !== undefined, digest,
    },
    problems: found,
  }; // biome-ignore format: one line of names
}

function collect<T>(read: Checked<T>[], found: Problem[]): T[] {
  found.push(...read.flatMap((one) => one.problems));
  return read.flatMap((one) => one.value ?? []);
}

async function checkFrame(frame: Frame, source: YamlSource, folder: string): Promise<Problem[]> {
  const found: Problem[] = [];
  if (frame.prompt !== undefined && frame.prompts !== undefined)
    found.push(problems.promptTwice({ place: source.at(['prompts'], 'key') }));
  if (frame.gate?.margin === 0 && frame.gate.target !== 'suite')
    found.push(problems.zeroMargin({ place: source.at(['gate', 'margin']) }));
  if (frame.holdout !== undefined) {
    const isThere = await access(join(folder, frame.holdout)).then(
      () => true,
      () => false,
    );
    if (!isThere)
      found.push(
        problems.unreadableFile({
          file: frame.holdout,
          detail: 'it does not exist',
          place: source.at(['holdout']),
        }),
      );
  }
  return found;
}

type Named = { name: string; place: Place };
const named = (names: readonly string[], path: Path, source: YamlSource): Named[] =>
  names.map((name, index) => ({ name, place: source.at([...path, index]) }));

function promptNames(frame: Frame, source: YamlSource, { prompts }: SuiteContext): Named[] {
  const own =
    frame.prompt === undefined
      ? named(frame.prompts ?? [], ['prompts'], source)
      : [{ name: frame.prompt, place: source.at(['prompt']) }];
  if (!prompts) return own;
  const place = { file: '--prompt', line: 1, column: 1 };
  return prompts.map((name) => ({ name, place }));
}

function modelNames(frame: Frame, source: YamlSource, { models }: SuiteContext): Named[] {
  if (models) return models.map((name) => ({ name, place: { file: '--model', line: 1, column: 1 } }));
  return frame.models
    ? named(frame.models, ['models'], source)
    : [{ name: 'embedded:nearest', place: source.at([]) }];
}

async function toCaseContext(
  frame: Frame,
  source: YamlSource,
  folder: string,
  prompts: Prompt[],
  context: SuiteContext,
  found: Problem[],
): Promise<CaseContext> {
  const checkContext: CheckContext = { graders: context.graders, source, folder };
  const checks = await readChecks(frame.graders, ['graders'], checkContext);
  const equals = await readChecks([{ equals: '$expect' }], ['cases'], checkContext);
  const vars: Record<string, Json> = {};
  for (const [name, value] of Object.entries(frame.vars ?? {})) {
    const part = await readPart(value, folder, true);
    if ('problem' in part) found.push({ ...part.problem, place: source.at(['vars', name]) });
    else vars[name] = part.value as Json;
  }
  found.push(...checks.problems);
  return {
    graders: context.graders,
    folder,
    prompts: prompts.map((prompt) => ({ prompt, fill: fillPrompt(prompt) })),
    vars,
    checks: checks.value ?? [],
    equalsExpect: equals.value![0]!,
  };
}

/** A limit in dollars means nothing for a model whose price nobody knows. */
async function checkPrices(
  frame: Frame,
  models: Model[],
  source: YamlSource,
  { config, hasPrice }: SuiteContext,
): Promise<Problem[]> {
  const isLimited = frame.gate?.cost !== undefined || config.budget?.run !== undefined;
  if (!isLimited) return [];
  const place =
    frame.gate?.cost === undefined ? config.source.at(['budget', 'run']) : source.at(['gate', 'cost'], 'key');
  const known = await Promise.all(models.map(hasPrice));
  return models
    .filter((_, index) => !known[index])
    .map((model) => problems.unknownPrice({ model: model.name, place }));
}

function checkCoverage(
  frame: Frame,
  { total, adversarial }: { total: number; adversarial: number },
  source: YamlSource,
  { strictCoverage }: SuiteContext,
): Problem[] {
  const { cases, adversarial: share } = frame.coverage ?? {};
  const severity = strictCoverage ? 'error' : 'warning';
  const found: Problem[] = [];
  if (cases !== undefined && total < cases)
    found.push(
      problems.fewCases({
        suite: frame.suite,
        count: total,
        wanted: cases,
        severity,
        place: source.at(['coverage', 'cases']),
      }),
    );
  if (share !== undefined && total > 0 && adversarial / total < share) {
    found.push(
      problems.fewAdversarial({
        suite: frame.suite,
        count: adversarial,
        total,
        wanted: share,
        severity,
        place: source.at(['coverage', 'adversarial']),
      }),
    );
  }
  return found;
}
