import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { labelFile } from '../../store/label-file.ts';
import { redactor } from '../../text/redactor.ts';
import { toScreen } from '../../text/to-screen.ts';
import { signer } from '../baseline/signer.ts';
import { chooseItems } from '../label/choose-items.ts';
import { gateNeeds } from '../label/gate-needs.ts';
import type { LabelItem } from '../label/label-item.ts';
import { labelPlan } from '../label/label-plan.ts';
import { labelSession } from '../label/label-session.ts';
import { lastWords } from '../label/last-words.ts';
import { oneCheck } from '../label/one-check.ts';
import { type OpenLabels, openLabels } from '../label/open-labels.ts';
import { type OpenQuestions, openQuestions } from '../label/open-questions.ts';
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
  const redact = redactor(secrets);
  const opened = await openQuestions({ root, redact }, options, world);
  const own = oneCheck(opened.items, { check: options.check ?? opened.audit?.check, run: opened.run });
  const chosen = await choose(own, opened, options, world);
  const labels = await openLabels(root, own[0]!.label, options.labels, world);
  const rater = options.rater ?? (await signer(root, world)).replace(/ <[^<]*>$/, '');
  return label({ chosen, labels, rater, redact }, keys, world);
}

function keysOf({ keys, out, env }: World): Keyboard {
  if (!keys || !out.isTerminal || env.TERM === 'dumb') throw new Refusal([problems.labelNoTerminal({})]);
  return keys;
}

/** The items that are meant, in the order in which they are shown. Throws a `Refusal` when there are none. */
async function choose(
  items: readonly LabelItem[],
  { audit, changed, run }: OpenQuestions,
  options: LabelOptions,
  world: World,
): Promise<LabelItem[]> {
  const ids = new Set(items.map((item) => item.label.id));
  const outputs = audit ? Object.keys(audit.picks).filter((id) => !ids.has(id)).length : changed;
  if (outputs > 0) await printProblems([problems.labelOfChanged({ outputs, run })], world);
  const { only, limit, seed } = options;
  const chosen = chooseItems(items, { only, limit, seed, picks: audit?.picks });
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
  const plan = labelPlan(left, { rater, file }, world);
  const { said, isInterrupted } =
    left.open.length > 0 ? await labelSession(plan, keys, world) : { said: [], isInterrupted: false };
  await sayLast({ said, open: left.open.length, labels }, chosen[0]!, world);
  return isInterrupted ? exitCode.interrupted : exitCode.done;
}

/** What came of the session, and what to do next. */
async function sayLast(
  { said, open, labels }: { said: readonly (string | null)[]; open: number; labels: OpenLabels },
  { judge, menu, threshold }: LabelItem,
  { out }: World,
): Promise<void> {
  const words = lastWords({
    labelled: said.length,
    skipped: said.filter((one) => one === null).length,
    left: open - said.length,
    file: labels.file,
    needs: gateNeeds(await labels.read(), { menu, threshold }),
    judge,
  });
  out.write(words.map((line) => `${toScreen(line)}\n`).join(''));
}
