import type { Catalog } from '../domain/catalog.ts';
import type { Judge } from '../domain/judge.ts';
import type { Checked, Place } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Prompt } from '../domain/prompt.ts';
import type { Provider } from '../domain/provider.ts';
import type { Question } from '../domain/question.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { isMap } from '../text/is-map.ts';
import { sha256 } from '../text/sha256.ts';
import { packagePrompts } from './package-prompts.ts';
import type { Config } from './read-config.ts';
import { resolveJudge } from './resolve-judge.ts';
import type { EntryParts, FindJudging } from './written-check.ts';
import { wrongJudgePrompt } from './wrong-judge-prompt.ts';

/** Where judges and their prompts are looked for. */
export type JudgeWorld = {
  config: Config;
  providers: Catalog<Provider>;
  findPrompt(reference: string, place: Place): Promise<Checked<Prompt>>;
  /** From the command line: it stands over all that the files say. */
  judge?: string | undefined;
};

/** What an entry says of who is asked; `judge` has it within its value. */
function named({ raw, options, grader }: EntryParts): { judge?: string; prompt?: string; samples?: number } {
  const within = grader.name === 'judge' && isMap(raw) ? (raw as { judge?: unknown }).judge : options.judge;
  const { prompt, samples } = options;
  return {
    ...(typeof within === 'string' ? { judge: within } : {}),
    ...(typeof prompt === 'string' ? { prompt } : {}),
    ...(Number.isInteger(samples) && (samples as number) > 0 ? { samples: samples as number } : {}),
  };
}

/** Of the entry what makes another question of it: neither its name nor its weight, and not who answers. */
function questionOf({ entry, grader }: EntryParts): string {
  const {
    name: _,
    weight: __,
    judge,
    prompt: ___,
    samples: ____,
    ...asked
  } = entry as Record<string, unknown>;
  if (grader.name !== 'judge') return canonicalJson(asked);
  const rubric = isMap(judge) ? (judge as { rubric?: unknown }).rubric : judge;
  return canonicalJson({ ...asked, judge: rubric });
}

function digestOf({ model, samples }: Judge, prompt: Prompt, parts: EntryParts): string {
  const { provider, id, settings, options } = model;
  return sha256(
    canonicalJson({
      provider,
      id,
      settings,
      options,
      samples,
      prompt: prompt.digest,
      asked: questionOf(parts),
    }),
    16,
  );
}

type Naming = { judge: string | undefined; place: Place };

/** The nearest name counts, and that of the command line over all. */
function chosen(
  { judge, config }: JudgeWorld,
  ...files: readonly Naming[]
): { judge: string; place: Place } | undefined {
  const flag = { judge, place: { file: '--judge', line: 1, column: 1 } };
  const last = { judge: config.judge, place: config.source.at(['judge']) };
  const found = [flag, ...files, last].find((one) => one.judge !== undefined);
  return found as { judge: string; place: Place } | undefined;
}

/**
 * The judges of one suite. There is none unless one is named: on the grader, else for the suite, else in the config, and
 * over all of these on the command line. `questions` has what was found, each question once.
 */
export function judgeFinder(
  world: JudgeWorld,
  ofSuite: Naming,
): { find: FindJudging; questions(): Question[] } {
  const known = new Map<string, Question>();
  const find: FindJudging = async (parts, { source }) => {
    const { grader, path, called: check } = parts;
    const own = named(parts);
    const here = source.at([...path, own.judge === undefined ? grader.name : 'judge'], 'key');
    const who = chosen(world, { judge: own.judge, place: here }, ofSuite);
    if (!who)
      return { value: undefined, problems: [problems.judgeUnnamed({ grader: grader.name, place: here })] };
    const judge = resolveJudge(who.judge, world.config, world.providers, who.place);
    const at = source.at([...path, 'prompt']);
    const prompt =
      own.prompt === undefined
        ? await packagePrompts(grader.asks!.prompt)
        : await world.findPrompt(own.prompt, at);
    const found = [...judge.problems, ...prompt.problems];
    if (!judge.value || !prompt.value) return { value: undefined, problems: found };
    if (own.prompt !== undefined) found.push(...(await wrongJudgePrompt(prompt.value, grader, at)));
    if (found.some(({ severity }) => severity === 'error')) return { value: undefined, problems: found };
    const asked = { ...judge.value, samples: own.samples ?? judge.value.samples };
    const judging = { judge: asked, prompt: prompt.value, digest: digestOf(asked, prompt.value, parts) };
    const key = `${judging.digest} ${check}`;
    // One entry that counts is enough, wherever another one of the same name does not.
    const counts = parts.counts || known.get(key)?.counts === true;
    known.set(key, { ...judging, check, grader: grader.name, counts });
    return { value: judging, problems: found };
  };
  return { find, questions: () => [...known.values()] };
}
