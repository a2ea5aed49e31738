import { type ExitCode, exitCode } from '../domain/exit-code.ts';
import { toTrial } from '../plan/to-trial.ts';
import type { PriceList } from '../providers/price-list.ts';
import { count } from '../text/count.ts';
import { money } from '../text/money.ts';
import type { Project } from './open-project.ts';
import type { World } from './world.ts';

/** An answer of which nothing is known is taken to be so long, in tokens. */
const usualAnswer = 200;
/** Cases whose prompts are counted; the rest is taken to be like them. */
const counted = 200;

/** `--dry-run`: how many calls, tokens and dollars a run would take. Tokens are estimated to about a tenth. */
export async function dryRun({ plan }: Project, prices: PriceList, world: World): Promise<ExitCode> {
  const { estimateTokenCount } = await import('tokenx');
  const make = toTrial();
  let total: number | null = 0;
  for (const { suite, arms, order } of plan.suites) {
    world.out.write(
      `\n${suite.name}  ${count(order.length, 'case')} × ${count(arms.length, 'arm')} × ${count(suite.repeat, 'repeat')}\n`,
    );
    for (const arm of arms) {
      let tokens = 0;
      const looked = order.slice(0, counted);
      for (const index of looked) {
        const { request } = make({ suite, arm, index, repeat: 1 }, await suite.cases.read(index));
        tokens += estimateTokenCount(request.messages.map((message) => message.content).join('\n'));
      }
      const calls = order.length * suite.repeat;
      const input = Math.round((tokens / Math.max(1, looked.length)) * calls);
      const output =
        (arm.prompt?.settings.maxOutputTokens ?? arm.model.settings.maxOutputTokens ?? usualAnswer) * calls;
      const cost = prices.price(arm.model, { input, output });
      total = cost === null || total === null ? null : total + cost;
      const dollars = cost === null ? 'price unknown' : cost === 0 ? 'free' : `at most about ${money(cost)}`;
      world.out.write(
        `  ${arm.id}: ${count(calls, 'call')}, about ${count(input, 'token')} in, at most ${count(output, 'token')} out, ${dollars}\n`,
      );
    }
  }
  const sum =
    total === null
      ? 'unknown, as a price is missing'
      : total === 0
        ? 'nothing'
        : `at most about ${money(total)} (${prices.source})`;
  world.out.write(`\n${count(plan.total, 'call')} in all; cost: ${sum}. Nothing was asked.\n`);
  return exitCode.done;
}
