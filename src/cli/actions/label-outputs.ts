import { join } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { readAuditPicks } from '../../load/read-audit-picks.ts';
import { labelFile } from '../../store/label-file.ts';
import { runFolder } from '../../store/run-folder.ts';
import { redactor } from '../../text/redactor.ts';
import { toScreen } from '../../text/to-screen.ts';
import { signer } from '../baseline/signer.ts';
import { chooseItems } from '../label/choose-items.ts';
import { gateNeeds } from '../label/gate-needs.ts';
import type { LabelItem } from '../label/label-item.ts';
import { labelSession } from '../label/label-session.ts';
import { lastWords } from '../label/last-words.ts';
import { oneCheck } from '../label/one-check.ts';
import { type OpenLabels, openLabels } from '../label/open-labels.ts';
import { openQuestions } from '../label/open-questions.ts';
import { type LabelOptions, parseLabelOptions } from '../label/parse-label-options.ts';
import { toldLabelFile } from '../label/told-label-file.ts';
import { whatIsLeft } from '../label/what-is-left.ts';
import { printProblems } from '../print-problems.ts';
import { readDotEnv } from '../read-dot-env.ts';
import { Refusal } from '../refusal.ts';
import { secretsOf } from '../secrets-of.ts';
import type { Keyboard, World } from '../world.ts';

/** `evals judge label`: shows outputs of a run to a person, and takes their verdicts into a labels file. */
export async function labelOutputs(input: CommandInput, world: World): Promise<ExitCode> {
  const options = parseLabelOptions(input);
  const keys = keysOf(world);
  const root = await findRoot(world.folder);
  const secrets = secretsOf({ ...(await readDotEnv(root)).values, ...world.env });
  world.hide?.(secrets);
  const { items, changed, run } = await openQuestions(root, options, world);
  const own = oneCheck(items, { check: options.check, run });
  if (changed > 0) await printProblems([problems.labelOfChanged({ outputs: changed, run })], world);
  const chosen = await choose(own, options, { root, run });
  const labels = await openLabels(root, own[0]!.label, options.labels, world);
  const rater = options.rater ?? (await signer(root, world)).replace(/ <[^<]*>$/, '');
  return label({ chosen, labels, rater, redact: redactor(secrets) }, keys, world);
}

function keysOf({ keys, out, env }: World): Keyboard {
  if (!keys || !out.isTerminal || env.TERM === 'dumb') throw new Refusal([problems.labelNoTerminal({})]);
  return keys;
}

/** The items that are meant, in the order in which they are shown. Throws a `Refusal` when there are none. */
async function choose(
  items: readonly LabelItem[],
  { only, limit, seed, audit }: LabelOptions,
  { root, run }: { root: string; run: string },
): Promise<LabelItem[]> {
  const read = audit ? await readAuditPicks(join(runFolder(root, run).folder, 'audit.json'), run) : undefined;
  if (read && !read.value) throw new Refusal(read.problems);
  const chosen = chooseItems(items, { only, limit, seed, picks: read?.value });
  if (chosen.length > 0) return chosen;
  const selection = only ? `--only ${only.join(',')}` : '--audit';
  throw new Refusal([problems.nothingSelected({ selection })]);
}

/** Who labels what, and where to. */
type Labelling = {
  chosen: readonly LabelItem[];
  labels: OpenLabels;
  rater: string;
  redact(text: string): string;
};

async function label(
  { chosen, labels, rater, redact }: Labelling,
  keys: Keyboard,
  world: World,
): Promise<ExitCode> {
  const file = toldLabelFile(labelFile(labels.path, redact), labels.file);
  const { settled, ...left } = whatIsLeft(chosen, await labels.read(), rater);
  if (settled.length > 0) file.append(settled);
  const plan = { ...left, rater, file };
  const { said, isInterrupted } =
    left.open.length > 0 ? await labelSession(plan, keys, world) : { said: [], isInterrupted: false };
  const [{ judge, ...item }] = chosen as [LabelItem];
  const words = lastWords({
    labelled: said.length,
    skipped: said.filter((one) => one === null).length,
    left: left.open.length - said.length,
    file: labels.file,
    needs: gateNeeds(await labels.read(), item),
    judge,
  });
  world.out.write(words.map((line) => `${toScreen(line)}\n`).join(''));
  return isInterrupted ? exitCode.interrupted : exitCode.done;
}
