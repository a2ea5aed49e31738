import type { Allowed } from '../domain/allowed.ts';
import type { Answer, Usage } from '../domain/answer.ts';
import { failures } from '../domain/failures.ts';
import type { Model } from '../domain/model.ts';
import type { Request } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';
import { waitingLine } from '../flow/waiting-line.ts';
import type { Gate } from './gate.ts';
import { purse } from './purse.ts';
import { type Reservation, type Reserve, reserve } from './reserve.ts';

/** Which limit ended it; `blind` when an answer came whose price nobody can tell, so that no budget can be kept. */
export type BudgetEnd = 'cost' | 'calls' | 'time' | 'blind';

/** What a run may use up, held against what it uses. */
export type Budget = {
  /** To be passed before each attempt at this model. */
  gate(model: Model): Gate;
  end(): BudgetEnd | undefined;
  /** US dollars of the answers, and attempts. */
  spent(): { usd: number; calls: number };
  /** The model whose answer had no price. */
  unpriced(): string | undefined;
  close(): void;
};

/** US dollars, calls and milliseconds. */
export type Used = { usd: number; calls: number; ms: number };

export type BudgetOptions = {
  allowed: Allowed;
  /** What was used up of it before. */
  used?: Used | undefined;
  /** US dollars; null when unknown. */
  price(model: Model, usage: Usage): number | null;
  /** Tokens of the messages, estimated. */
  inputTokens(request: Request): number;
  clock: Clock;
  /** Is told once: nothing more may be asked. */
  onEnd(end: BudgetEnd): void;
};

const unused: Used = { usd: 0, calls: 0, ms: 0 };
const nothing: Reservation = { dollars: 0, least: 0 };

/**
 * Keeps a run within what it may use up. Before an attempt, what it may cost is reserved: spent and reserved together
 * never pass the limit. An attempt that does not fit waits for what is under way, whose real cost is mostly less; when
 * nothing is under way and it still does not fit, the budget has ended.
 */
export function budget(options: BudgetOptions): Budget {
  const { price, onEnd, used = unused } = options;
  const { usd: limit, calls: mostCalls = Number.POSITIVE_INFINITY } = options.allowed;
  const money = purse(limit, used.usd);
  const line = waitingLine<{ request: Request; own: Reserve }>();
  let [calls, underWay] = [used.calls, 0];
  let [end, unpriced]: [BudgetEnd?, string?] = [];
  const finish = (why: BudgetEnd) => {
    if (end) return;
    end = why;
    onEnd(why);
    line.dismiss();
  };
  const time = deadline(options, () => finish('time'));
  const take = (request: Request, own: Reserve) => {
    if (calls >= mostCalls) return false;
    if (!money.hold(request, limit === undefined ? nothing : own.of(request))) return false;
    [calls, underWay] = [calls + 1, underWay + 1];
    return true;
  };
  /** What is under way may give something back: a call that was not made after all, money that was not needed. */
  const finishIfStuck = () => {
    if (underWay === 0) finish(calls >= mostCalls ? 'calls' : 'cost');
  };
  const settle = (model: Model, { usage, ms: took }: Answer) => {
    time.learn(took.total ?? 0);
    if (limit === undefined || money.pay(price(model, usage))) return;
    unpriced ??= model.name;
    finish('blind');
  };
  return {
    gate(model) {
      const cancelled = failures.cancelled({ provider: model.provider });
      const own = reserve(model, options);
      return {
        enter(request, signal) {
          if (time.isTooLate()) finish('time');
          if (end === undefined && line.length() === 0 && take(request, own)) return undefined;
          finishIfStuck();
          if (end !== undefined) return cancelled;
          return line.join({ request, own }, signal).then((isIn) => (isIn ? undefined : cancelled));
        },
        leave(request, reply) {
          underWay -= 1;
          if (reply === undefined) calls -= 1;
          money.release(request);
          if (limit !== undefined && reply?.status === 'answered') own.learn(request, reply.answer.usage);
          if (reply?.status === 'answered') settle(model, reply.answer);
          line.admit((next) => take(next.request, next.own));
          if (line.length() > 0) finishIfStuck();
        },
      };
    },
    end: () => end,
    spent: () => ({ usd: money.spent(), calls }),
    unpriced: () => unpriced,
    close: time.close,
  };
}

/** The end of the time that a run may take. An attempt that would end after it, going by the others, is not begun. */
function deadline({ allowed, used = unused, clock }: BudgetOptions, onEnd: () => void) {
  const ms = Math.max(0, (allowed.ms ?? Number.POSITIVE_INFINITY) - used.ms);
  const closed = new AbortController();
  const end = clock.now() + ms;
  let [sum, count] = [0, 0];
  if (Number.isFinite(ms)) clock.sleep(ms, closed.signal).then(onEnd, () => {});
  return {
    learn(took: number) {
      sum += took;
      count += 1;
    },
    isTooLate: () => clock.now() + (count > 0 ? sum / count : 0) > end,
    close: () => closed.abort(),
  };
}
