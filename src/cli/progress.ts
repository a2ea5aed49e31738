import type { RunEvent } from '../domain/run-event.ts';
import type { Clock } from '../flow/clock.ts';
import { toScreen } from '../text/to-screen.ts';
import { progressLine, type Tally } from './progress-line.ts';
import type { Output, World } from './world.ts';

/** Shows how a run goes on, by its own clock, until `end`. */
export type Progress = {
  add(events: readonly RunEvent[]): void;
  /** What follows the trials: from now on this is said, with how many answers came of it. */
  begin(what: string): void;
  say(line: string): void;
  end(): void;
};

/** Milliseconds between two drawings on a terminal, and between two lines elsewhere. */
const redrawMs = 200;
const lineMs = 10_000;

/** One line that is drawn again on a terminal; a plain line every ten seconds elsewhere, and where CI keeps a log. */
export function progress(
  total: number,
  { err, env, clock }: Pick<World, 'err' | 'env' | 'clock'>,
  isQuiet: boolean,
  before = 0,
): Progress {
  const isLogged = env.TERM === 'dumb' || (env.CI !== undefined && !['', '0', 'false'].includes(env.CI));
  const isLive = err.isTerminal && !isLogged;
  const tally: Tally = {
    total,
    before,
    done: before,
    failed: 0,
    errored: 0,
    ungraded: 0,
    cost: 0,
    waits: new Map(),
    paces: new Map(),
    pauses: new Map(),
  };
  const start = clock.now();
  const line = () => progressLine(tally, clock.now(), start);
  const live = liveLine(err);
  const ended = new AbortController();
  const draw = () => (isLive ? live.draw(line()) : err.write(`${line()}\n`));
  if (!isQuiet) void everySoOften(isLive ? redrawMs : lineMs, draw, clock, ended.signal);
  return {
    add(events) {
      for (const event of events) count(event, tally, clock.now());
    },
    begin(what) {
      Object.assign(tally, { what, done: 0, before: 0, failed: 0, errored: 0, ungraded: 0 });
      if (!isQuiet && !isLive) draw();
    },
    say(text) {
      live.clear();
      err.write(`${toScreen(text)}\n`);
    },
    end() {
      ended.abort();
      live.clear();
    },
  };
}

async function everySoOften(ms: number, draw: () => void, clock: Clock, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    const isOver = await clock.sleep(ms, ended).then(
      () => false,
      () => true,
    );
    if (!isOver && !ended.aborted) draw();
  }
}

/** A line that can be taken away again, also when the terminal has become narrower and it stands on several rows. */
function liveLine(err: Output): { draw(text: string): void; clear(): void } {
  let drawn = 0;
  const toClear = () => {
    const rows = Math.max(1, Math.ceil(drawn / Math.max(1, err.width)));
    return drawn === 0 ? '' : `\r\u001b[2K${'\u001b[1A\u001b[2K'.repeat(rows - 1)}`;
  };
  return {
    draw(text) {
      const shown = text.slice(0, Math.max(1, err.width - 1));
      err.write(`${toClear()}${shown}`);
      drawn = shown.length;
    },
    clear() {
      if (drawn > 0) err.write(toClear());
      drawn = 0;
    },
  };
}

function count(event: RunEvent, tally: Tally, now: number): void {
  if (event.type === 'waiting') {
    const until = Math.max(now + event.ms, tally.waits.get(event.provider)?.until ?? 0);
    tally.waits.set(event.provider, { until, status: event.failure.status });
  }
  if (event.type === 'paced') tally.paces.set(event.model, event);
  if (event.type === 'circuit') {
    if (event.state === 'open') tally.pauses.set(event.model, now + (event.ms ?? 0));
    else tally.pauses.delete(event.model);
  }
  if (event.type === 'judged') {
    tally.done += 1;
    tally.cost += event.costUsd ?? 0;
    tally.ungraded += Number(event.isSilent);
  }
  if (event.type !== 'finished') return;
  const { status, costUsd } = event.row;
  tally.done += 1;
  tally.cost += costUsd ?? 0;
  if (status === 'failed' || status === 'errored' || status === 'ungraded') tally[status] += 1;
}
