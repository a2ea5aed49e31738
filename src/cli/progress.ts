import type { RunEvent } from '../domain/run-event.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Clock } from '../flow/clock.ts';
import { duration } from '../text/duration.ts';
import { money } from '../text/money.ts';
import { toScreen } from '../text/to-screen.ts';
import type { Output } from './world.ts';

/** Shows how a run goes on. `tick` may be called as often as one likes. */
export type Progress = {
  add(events: readonly RunEvent[]): void;
  tick(): void;
  say(line: string): void;
  end(): void;
};

/** Milliseconds between two drawings on a terminal, and between two lines elsewhere. */
const redrawMs = 100;
const lineMs = 10_000;

/** One line that is drawn again on a terminal; a plain line every ten seconds elsewhere. */
export function progress(total: number, err: Output, clock: Clock, isQuiet: boolean): Progress {
  const state = { done: 0, failed: 0, errored: 0, cost: 0 };
  const start = clock.now();
  const waits = new Map<string, { until: number; status?: number }>();
  let drawn = start;
  let isDrawn = false;
  const clear = () => {
    if (isDrawn) err.write('\r\u001b[2K');
    isDrawn = false;
  };
  const line = () => {
    const elapsed = (clock.now() - start) / 1000;
    const rate = state.done / Math.max(elapsed, 0.001);
    const left = state.done > 0 ? duration(((total - state.done) / rate) * 1000) : '?';
    const waiting = [...waits]
      .filter(([, wait]) => wait.until > clock.now())
      .map(
        ([provider, wait]) =>
          `${provider}: waiting ${duration(wait.until - clock.now())}${wait.status ? `, ${wait.status}` : ''}`,
      );
    return [
      `${bar(state.done / total)} ${state.done}/${total}`,
      `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`,
      ...(state.cost > 0 ? [money(state.cost)] : []),
      ...(state.failed > 0 ? [`${state.failed} failed`] : []),
      ...(state.errored > 0 ? [`${state.errored} errored`] : []),
      ...waiting,
      `ETA ${left}`,
    ].join(' · ');
  };
  return {
    add(events) {
      for (const event of events) count(event, state, waits, clock.now());
    },
    tick() {
      if (isQuiet || clock.now() - drawn < (err.isTerminal ? redrawMs : lineMs)) return;
      drawn = clock.now();
      if (!err.isTerminal) err.write(`${line()}\n`);
      else {
        err.write(`\r\u001b[2K${line().slice(0, err.width - 1)}`);
        isDrawn = true;
      }
    },
    say(text) {
      clear();
      err.write(`${toScreen(text)}\n`);
    },
    end: clear,
  };
}

type State = { done: number; failed: number; errored: number; cost: number };

function count(
  event: RunEvent,
  state: State,
  waits: Map<string, { until: number; status?: number }>,
  now: number,
): void {
  if (event.type === 'waiting')
    waits.set(event.provider, { until: now + event.ms, status: event.failure.status });
  if (event.type !== 'finished') return;
  const row: TrialRow = event.row;
  state.done += 1;
  state.cost += row.costUsd ?? 0;
  if (row.status === 'failed') state.failed += 1;
  if (row.status === 'errored' || row.status === 'ungraded') state.errored += 1;
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * 20);
  return `${'█'.repeat(full)}${'░'.repeat(20 - full)}`;
}
