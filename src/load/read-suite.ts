import { dirname, resolve } from 'node:path';
import type { Case } from '../domain/case.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Grader } from '../domain/grader.ts';
import type { CheckHoldout, ReadHoldout } from '../domain/holdout.ts';
import type { Model } from '../domain/model.ts';
import type { Checked, Place, Problem } from '../domain/problem.ts';
import type { Prompt } from '../domain/prompt.ts';
import type { Provider } from '../domain/provider.ts';
import type { Suite } from '../domain/suite.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { sha256 } from '../text/sha256.ts';
import { checkPrices } from './check-prices.ts';
import { findHoldout } from './find-holdout.ts';
import { judgeFamilies } from './judge-families.ts';
import { judgeFinder } from './judge-finder.ts';
import { readCaseContext } from './read-case-context.ts';
import type { ReadCases } from './read-cases.ts';
import type { Config } from './read-config.ts';
import { type Frame, readFrame } from './read-frame.ts';
import { readPromptChecks } from './read-prompt-checks.ts';
import { readSuiteCases } from './read-suite-cases.ts';
import type { Path, YamlSource } from './read-yaml.ts';
import { resolveModel } from './resolve-model.ts';
import { suiteGate } from './suite-gate.ts';
import { toChecks } from './to-checks.ts';

/** What a suite may name, and what the command line lays over it. */
export type SuiteContext = {
  root: string;
  config: Config;
  graders: Catalog<Grader>;
  providers: Catalog<Provider>;
  findPrompt(reference: string, place: Place): Promise<Checked<Prompt>>;
  hasPrice(model: Model): Promise<boolean>;
  models?: string[] | undefined;
  prompts?: string[] | undefined;
  repeat?: number | undefined;
  /** Grades in the place of every judge that the files name. */
  judge?: string | undefined;
  strictCoverage?: boolean | undefined;
  checkHoldout?: CheckHoldout | undefined;
  /** The holdout's cases are read in the place of the suite's own. */
  readHoldout?: ReadHoldout | undefined;
  /** A data file (absolute) whose rows are passed over. */
  without?: string | undefined;
  keep(suite: string): (one: Case) => boolean;
};

/** A suite file whose YAML is sound: enough to know its name. */
export type SuiteFile = { file: string; name: string; text: string; source: YamlSource };

/** Reads a whole suite: everything that it names is looked up, every case is checked. */
export async function readSuite(
  { file, text, source }: SuiteFile,
  context: SuiteContext,
): Promise<Checked<Suite>> {
  const folder = dirname(resolve(context.root, file));
  const readOne = readFrame(source);
  const { frame, problems: found } = readOne;
  const holdout = await findHoldout(frame, source, folder, context);
  found.push(...holdout.problems);
  const wanted = promptNames(frame, source, context);
  const prompts = await readNamed(wanted, found, ({ name, place }) => readGraded(name, place, context));
  const models = await readNamed(modelNames(frame, source, context), found, ({ name, place }) =>
    resolveModel(name, context.config, context.providers, place),
  );
  const arms = { prompts: onceEach(prompts, ({ id }) => id), models: onceEach(models, ({ name }) => name) };
  found.push(...(await checkPrices(frame, arms.models, source, context)));
  const hasAllPrompts = prompts.length === wanted.length;
  const judges = judgeFinder(context, { judge: frame.judge, place: source.at(['judge']) });
  const surroundings = { source, folder, graders: context.graders, findJudging: judges.find };
  const caseContext = await readCaseContext(readOne, { prompts, hasAllPrompts }, surroundings);
  found.push(...caseContext.problems);
  const origin = { ...context, source, holdoutFile: holdout.value };
  const read = await readSuiteCases(frame, origin, caseContext.value!, context.keep(frame.suite));
  const cases = read.value!;
  found.push(...read.problems);
  const questions = judges.questions();
  found.push(...judgeFamilies(questions, arms.models, source.at(frame.judge ? ['judge'] : ['graders'])));
  const checksFor: Suite['checksFor'] = (roots) => toChecks(caseContext.value!.checks, roots);
  const gradersDigest = sha256(canonicalJson(caseContext.value!.checks.map(({ entry }) => entry)), 16);
  const asked = { ...arms, questions, checksFor, gradersDigest, holdout: holdout.value };
  return { value: toSuite({ file, text }, frame, asked, cases, context), problems: found };
}

/** A prompt with the checks that it brings itself. */
async function readGraded(
  name: string,
  place: Place,
  { findPrompt, graders }: SuiteContext,
): Promise<Checked<Prompt>> {
  const { value, problems } = await findPrompt(name, place);
  if (!value) return { value, problems };
  const checks = await readPromptChecks(value, graders);
  return { value: { ...value, checks: checks.value! }, problems: [...problems, ...checks.problems] };
}

function toSuite(
  { file, text }: Pick<SuiteFile, 'file' | 'text'>,
  frame: Frame,
  arms: Pick<Suite, 'prompts' | 'models' | 'questions' | 'checksFor' | 'gradersDigest' | 'holdout'>,
  { cases, total, variants, digests }: ReadCases,
  { repeat }: SuiteContext,
): Suite {
  return {
    name: frame.suite,
    ...(frame.description === undefined ? {} : { description: frame.description }),
    file,
    ...arms,
    cases,
    casesInSuite: total,
    ...(variants > 0 ? { variants } : {}),
    repeat: repeat ?? frame.repeat,
    gate: suiteGate(frame.gate),
    hasGate: frame.gate !== undefined,
    digest: sha256([text, ...digests].join('\n')),
  };
}

type Named = { name: string; place: Place };

async function readNamed<T>(
  names: readonly Named[],
  found: Problem[],
  read: (one: Named) => Checked<T> | Promise<Checked<T>>,
): Promise<T[]> {
  const all = await Promise.all(names.map(read));
  found.push(...all.flatMap((one) => one.problems));
  return all.flatMap((one) => one.value ?? []);
}

/** `reply@latest` beside `reply@v3` may be one and the same: each is asked once. */
const onceEach = <T>(all: readonly T[], toKey: (one: T) => string): T[] => [
  ...new Map(all.map((one) => [toKey(one), one])).values(),
];

const listed = (names: readonly string[], path: Path, source: YamlSource): Named[] =>
  names.map((name, index) => ({ name, place: source.at([...path, index]) }));
const given = (names: readonly string[], flag: string): Named[] =>
  names.map((name) => ({ name, place: { file: flag, line: 1, column: 1 } }));

function promptNames({ prompt, prompts }: Frame, source: YamlSource, context: SuiteContext): Named[] {
  if (context.prompts) return given(context.prompts, '--prompt');
  if (prompt === undefined) return listed(prompts ?? [], ['prompts'], source);
  return [{ name: prompt, place: source.at(['prompt']) }];
}

function modelNames({ models }: Frame, source: YamlSource, context: SuiteContext): Named[] {
  if (context.models) return given(context.models, '--model');
  return models ? listed(models, ['models'], source) : [{ name: 'embedded:nearest', place: source.at([]) }];
}
