import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { appendLines } from '../../store/append-lines.ts';
import { messageOf } from '../../text/message-of.ts';
import { redactor } from '../../text/redactor.ts';
import { toScreen } from '../../text/to-screen.ts';
import { addPage } from '../add/add-page.ts';
import { addSession } from '../add/add-session.ts';
import { checkFilled } from '../add/check-filled.ts';
import type { Draft } from '../add/draft.ts';
import { openTarget } from '../add/open-target.ts';
import { type AddOptions, parseAddOptions } from '../add/parse-add-options.ts';
import { printDraft } from '../add/print-draft.ts';
import { readLog } from '../add/read-log.ts';
import { toDrafts } from '../add/to-drafts.ts';
import { whyNoId } from '../add/why-no-id.ts';
import { readDotEnv } from '../read-dot-env.ts';
import { Refusal } from '../refusal.ts';
import { secretsOf } from '../secrets-of.ts';
import type { Keyboard, World } from '../world.ts';

/** `evals cases add --from-log`: rows of a log become cases, without what is personal or secret in them. */
export async function addCases(input: CommandInput, world: World): Promise<ExitCode> {
  const options = parseAddOptions(input);
  const keys = keysOf(options, world);
  const { target, log, drafts, known, redact } = await open(options, world);
  const add = (draft: Draft) => append(target, redact(printDraft(draft, log.file)));
  const page = { known, withoutInput: log.withoutInput, target, log: log.file, isDryRun: options.isDryRun };
  const tell = (lines: readonly string[]) =>
    world.out.write(lines.map((line) => `${toScreen(line)}\n`).join(''));
  if (!keys || drafts.length === 0) {
    const { added, withoutExpect } = kept(drafts, options);
    tell(added.flatMap(addPage.block));
    if (!options.isDryRun) for (const draft of added) add(draft);
    tell(addPage.summary({ ...page, added, withoutExpect }));
    return exitCode.done;
  }
  const title = `${target.suite.name} · ${log.file}`;
  const plan = { title, drafts, add, mayBe: whyNoId(target) };
  const { added, isInterrupted } = await addSession(plan, keys, world);
  tell(addPage.summary({ ...page, added, withoutExpect: [] }));
  return isInterrupted ? exitCode.interrupted : exitCode.done;
}

/** Without a person only what something can grade becomes a case, unless the others are to be observed. */
function kept(
  drafts: readonly Draft[],
  { observes }: AddOptions,
): { added: Draft[]; withoutExpect: Draft[] } {
  const isKept = (draft: Draft) => draft.expect !== undefined || draft.isGradable || observes;
  return { added: drafts.filter(isKept), withoutExpect: drafts.filter((draft) => !isKept(draft)) };
}

/** The suite, the log, and what of it could be cases. Throws a `Refusal` where no prompt could ask one of them. */
async function open(options: AddOptions, world: World) {
  const secrets = secretsOf({ ...(await readDotEnv(await findRoot(world.folder))).values, ...world.env });
  world.hide?.(secrets);
  const redact = redactor(secrets);
  const target = await openTarget(options, world);
  const log = await readLog(options, world.folder);
  const made = toDrafts(log, target, options, redact);
  const unfilled = checkFilled(made.drafts, target, log.file);
  if (unfilled.length > 0) throw new Refusal(unfilled);
  return { ...made, target, log, redact };
}

/** Undefined where nobody is asked. Throws a `Refusal` where nobody can be, and the flags do not say it all. */
function keysOf(options: AddOptions, { keys, out, env }: World): Keyboard | undefined {
  const { idPrefix, tags, expectField, observes, asksNobody, isDryRun } = options;
  const isSomebodyHere = keys && out.isTerminal && env.TERM !== 'dumb';
  if (isSomebodyHere && !asksNobody && !isDryRun) return keys;
  const missing = [
    ...(idPrefix === undefined ? ['--id-prefix <text>'] : []),
    ...(tags === undefined ? ['--tags <tags>'] : []),
    ...(expectField === undefined && !observes ? ['--expect-field <name> or --observe'] : []),
  ];
  if (missing.length > 0 && !isDryRun) throw new Refusal([problems.addNoTerminal({ missing })]);
  return undefined;
}

function append({ path, file }: { path: string; file: string }, line: string): void {
  try {
    appendLines(path, line);
  } catch (error) {
    throw new Refusal([problems.casesNotWritten({ file, detail: messageOf(error) })], exitCode.incomplete);
  }
}
