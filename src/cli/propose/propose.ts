import { basename } from 'node:path';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { ModelMutator } from '../../domain/mutator.ts';
import type { Prompt } from '../../domain/prompt.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { Suite } from '../../domain/suite.ts';
import { packagePrompts } from '../../load/package-prompts.ts';
import { redacted } from '../../store/redacted.ts';
import { languageName } from '../../text/language-name.ts';
import { redactor } from '../../text/redactor.ts';
import { toScreen } from '../../text/to-screen.ts';
import { allowedTo } from '../allowed-to.ts';
import { checkBudget } from '../check-budget.ts';
import { checkModels } from '../check-models.ts';
import type { MutateOptions } from '../mutate/parse-mutate-options.ts';
import { proposalsFile } from '../mutate/proposals-file.ts';
import { variantIds } from '../mutate/variant-ids.ts';
import type { RowsFile } from '../mutate/variants-file.ts';
import { writeRows } from '../mutate/write-rows.ts';
import { namedSecrets } from '../named-secrets.ts';
import { openProject, type Project } from '../open-project.ts';
import type { RunOptions } from '../parse-run-options.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';
import { type AskedSlots, askSlots } from './ask-slots.ts';
import { modelAlone } from './model-alone.ts';
import type { AskedSlot, PlannedSlot } from './plan-slots.ts';
import { printProposals } from './print-proposals.ts';
import { proposePage } from './propose-page.ts';
import { type ReadySlots, readySlots } from './ready-slots.ts';
import { toProposal } from './to-proposal.ts';
import { toRequest } from './to-request.ts';

/** What is asked for, of whom, and the file of variants that it is for. */
export type Proposing = {
  kinds: readonly ModelMutator[];
  options: MutateOptions & { model: string };
  manner: RunOptions;
  target: RowsFile;
};

/** Asks a model for variants of a suite's cases, and keeps them where a person finds them. */
export async function propose(proposing: Proposing, world: World): Promise<ExitCode> {
  const { kinds, options, manner, target } = proposing;
  const wanted = {
    suites: [options.suite],
    models: [options.model],
    seed: options.seed,
    without: target.path,
  };
  const whole = await openProject(wanted, world);
  try {
    const project = modelAlone(whole);
    const suite = whole.suites[0]!;
    const ready = await readySlots(suite, kinds, options, target);
    const redact = redactor(secretsOf(project.env, namedSecrets(project.plan, project.env)));
    const asked = options.isDryRun
      ? { replies: [] }
      : await ask(project, suite, ready, { manner, redact }, world);
    const made = toProposals(asked, ready, suite, target).map((one) => redacted(one, redact));
    const all = [...ready.there, ...made];
    const file = proposalsFile(target);
    if (made.length > 0) await writeRows(file, printProposals(all));
    const waiting = all.filter(({ decision }) => decision === undefined).length;
    const { isDryRun } = options;
    const page = { ...asked, asked: ready.slots.length, cases: ready.cases.length, waiting, isDryRun };
    const lines = proposePage({ ...page, proposed: made.length, file: file.file });
    world.out.write(lines.map((line) => `${toScreen(line)}\n`).join(''));
    return codeOf(asked);
  } finally {
    await Promise.all(whole.suites.map(({ cases }) => cases.close()));
  }
}

async function ask(
  project: Project,
  suite: Suite,
  { slots }: ReadySlots,
  { manner, redact }: { manner: RunOptions; redact(text: string): string },
  world: World,
): Promise<AskedSlots<AskedSlot>> {
  if (slots.length === 0) return { replies: [] };
  const allowed = allowedTo(project.config, manner.budget);
  await checkBudget(project, allowed);
  await checkModels(project, manner, world);
  const model = suite.models[0]!;
  const prompts = await promptsOf(slots);
  const requests = slots.map((planned) => {
    const { one, text, keep, kind, how } = planned;
    const own: Record<string, string> =
      kind.name === 'translation' ? { language: languageName(how)! } : { manner: how };
    const prompt = prompts.get(kind.asks)!;
    const request = toRequest(prompt, model, { suite: suite.name, id: one.id, text, keep, own });
    return { slot: { ...planned, prompt: prompt.id }, before: text, request };
  });
  return askSlots(project, requests, { ...manner, model, allowed, redact }, world);
}

/** The prompts of this package are sound: its own tests fill each. */
async function promptsOf(slots: readonly PlannedSlot[]): Promise<Map<string, Prompt>> {
  const names = [...new Set(slots.map(({ kind }) => kind.asks))];
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await packagePrompts(name)).value!] as const)),
  );
}

/** A text that was proposed before is no news, whoever wrote it. */
function toProposals(
  { replies }: AskedSlots<AskedSlot>,
  { taken, texts, variable }: ReadySlots,
  suite: Suite,
  target: RowsFile,
): Proposal[] {
  const idOf = variantIds(taken);
  const seen = new Set(texts);
  return replies.flatMap((reply) => {
    if (!('text' in reply) || seen.has(reply.text)) return [];
    seen.add(reply.text);
    const { slot, text } = reply;
    const id = idOf(slot.one.id, slot.kind.name);
    return [toProposal(slot, { id, text, suite: suite.name, variable, to: basename(target.path) })];
  });
}

function codeOf({ why, replies }: AskedSlots<unknown>): ExitCode {
  if (why !== undefined) return why === 'budget' ? exitCode.budget : exitCode.interrupted;
  return replies.some((one) => 'failed' in one) ? exitCode.incomplete : exitCode.done;
}
