import { dirname, resolve } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { findRoot } from '../../load/find-root.ts';
import { findSuites } from '../../load/find-suites.ts';
import { readsRowsOf } from '../../load/reads-rows-of.ts';
import { toScreen } from '../../text/to-screen.ts';
import { labelSession } from '../label/label-session.ts';
import { variantsFile } from '../mutate/variants-file.ts';
import { Refusal } from '../refusal.ts';
import { openProposals } from '../review/open-proposals.ts';
import { reviewPage } from '../review/review-page.ts';
import { reviewPlan } from '../review/review-plan.ts';
import type { Keyboard, World } from '../world.ts';

/** `evals cases review`: shows what a model proposed beside what it was made from, and moves what is accepted to the variants. */
export async function reviewCases({ arguments: given }: CommandInput, world: World): Promise<ExitCode> {
  const keys = keysOf(world);
  const { folder } = world;
  const root = await findRoot(folder);
  const { file, open, decided } = await openProposals(given.file as string | undefined, { root, folder });
  const { said, isInterrupted } = await labelSession(
    reviewPlan(open, file, { before: decided }),
    keys,
    world,
  );
  const unread = said.includes('accept')
    ? await whereUnread(open[0]!, file.path, { root, folder })
    : undefined;
  const lines = reviewPage({ said, open: open.length, to: open[0]!.to, file: file.file, unread });
  world.out.write(lines.map((line) => `${toScreen(line)}\n`).join(''));
  return isInterrupted ? exitCode.interrupted : exitCode.done;
}

function keysOf({ keys, out, env }: World): Keyboard {
  if (!keys || !out.isTerminal || env.TERM === 'dumb') throw new Refusal([problems.reviewNoTerminal({})]);
  return keys;
}

/** The suite that does not read the accepted rows yet, and the line that it needs. */
async function whereUnread(
  { suite, to }: Proposal,
  proposals: string,
  { root, folder }: { root: string; folder: string },
): Promise<{ file: string; from: string } | undefined> {
  const { value: [file] = [] } = await findSuites([suite], root, folder);
  const path = resolve(dirname(proposals), to);
  if (!file || (await readsRowsOf(file, path, root))) return undefined;
  return { file: file.file, from: variantsFile(file, { root, folder, given: path }).from };
}
