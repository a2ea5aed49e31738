import type { Again } from '../domain/again.ts';
import type { Allowed } from '../domain/allowed.ts';
import { type ExitCode, exitCode } from '../domain/exit-code.ts';
import type { PriceList } from '../providers/price-list.ts';
import { count } from '../text/count.ts';
import { money } from '../text/money.ts';
import { type ArmEstimate, type Estimate, estimate } from './estimate.ts';
import { extraCalls } from './evidence/extra-calls.ts';
import { exceeded } from './exceeded.ts';
import type { Project } from './open-project.ts';
import type { RunOptions } from './parse-run-options.ts';
import { printProblems } from './print-problems.ts';
import { regradeLine } from './regrade/regrade-line.ts';
import type { World } from './world.ts';

/** What would be asked, within which limits; `again` where another command than `evals run` asks. */
type Dry = { allowed: Allowed; again?: Again } & Pick<RunOptions, 'replay' | 'canary' | 'redraw'>;

/** `--dry-run`: how many calls, tokens and dollars a run would take, and whether a budget is too small for it. */
export async function dryRun(
  project: Project,
  prices: PriceList,
  { allowed, again, ...manner }: Dry,
  world: World,
): Promise<ExitCode> {
  const found = await estimate(project, prices);
  for (const { planned, arms, judges } of found.suites) {
    const { suite, order } = planned;
    world.out.write(
      `\n${suite.name}  ${count(order.length, 'case')} × ${count(arms.length, 'arm')} × ${count(suite.repeat, 'repeat')}\n`,
    );
    for (const arm of arms) world.out.write(toLine(arm.arm.id, arm));
    for (const one of judges) world.out.write(toLine(`judge ${one.judge}`, one));
  }
  world.out.write(
    `\n${count(found.calls, 'call')} in all; cost: ${sum(found, prices)}. Nothing was asked, and answers that are in the cache are counted as if they were not.\n`,
  );
  world.out.write(await extraCalls(project, manner));
  world.out.write(await regradeLine(project));
  await printProblems(exceeded(found, allowed, again), world);
  return exitCode.done;
}

function toLine(name: string, { calls, input, output, usd }: Omit<ArmEstimate, 'arm'>): string {
  const dollars = usd === null ? 'price unknown' : usd === 0 ? 'free' : `at most about ${money(usd)}`;
  return `  ${name}: ${count(calls, 'call')}, about ${count(input, 'token')} in, at most ${count(output, 'token')} out, ${dollars}\n`;
}

function sum({ usd }: Estimate, { source }: PriceList): string {
  if (usd === null) return 'unknown, as a price is missing';
  return usd === 0 ? 'nothing' : `at most about ${money(usd)} (${source})`;
}
