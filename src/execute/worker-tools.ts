import { Worker } from 'node:worker_threads';
import type { GraderTools } from '../domain/grader.ts';
import type { Json } from '../domain/json.ts';

/** Milliseconds that a native regular expression may take. */
const matchDeadlineMs = 1000;
/** Workers at most; a grader's file is imported once in each. */
const mostWorkers = 2;

type Task = { kind: 'match' | 'call'; [key: string]: unknown };
type Seat = { worker: Worker; isBusy: boolean };
type Waiting = (seat: Seat) => void;

/** What graders may ask of a worker, and how to end the workers. */
export type WorkerTools = Pick<GraderTools, 'callModule' | 'matchNatively'> & { close(): Promise<void> };

/**
 * Runs what may hang or crash away from the run itself. `importer` is the URL of a module that exports `importModule`.
 * A task that passes its deadline ends its worker; the next one starts another. This isolates faults, it is no sandbox.
 */
export function workerTools(importer: string): WorkerTools {
  const seats: Seat[] = [];
  const queue: Waiting[] = [];
  const take = (): Promise<Seat> | Seat => {
    const free = seats.find((seat) => !seat.isBusy);
    if (free) return free;
    if (seats.length >= mostWorkers) return new Promise((resolve) => queue.push(resolve));
    const seat = {
      worker: new Worker(new URL('./grader-worker.mjs', import.meta.url), { stdout: true }),
      isBusy: false,
    };
    seat.worker.unref();
    seats.push(seat);
    return seat;
  };
  const leave = (seat: Seat, isUsable: boolean) => {
    seat.isBusy = false;
    if (!isUsable) {
      seats.splice(seats.indexOf(seat), 1);
      void seat.worker.terminate();
    }
    const next = queue.shift();
    if (next) void Promise.resolve(take()).then(next);
  };
  const run = async (task: Task, deadlineMs: number): Promise<Json> => {
    const seat = await take();
    if (seat.isBusy) return run(task, deadlineMs);
    seat.isBusy = true;
    const { value, error, isUsable } = await post(seat.worker, task, deadlineMs);
    leave(seat, isUsable);
    if (error !== undefined) throw new Error(error);
    return value ?? null;
  };
  return {
    callModule: ({ file, export: name, input, timeoutMs }) =>
      run({ kind: 'call', file, export: name, input, importer }, timeoutMs),
    matchNatively: async (pattern, flags, text) =>
      (await run({ kind: 'match', pattern, flags, text }, matchDeadlineMs)) === true,
    close: async () => {
      await Promise.all(seats.splice(0).map((seat) => seat.worker.terminate()));
    },
  };
}

type Posted = { value?: Json; error?: string; isUsable: boolean };

function post(worker: Worker, task: Task, deadlineMs: number): Promise<Posted> {
  return new Promise((resolve) => {
    const finish = (posted: Posted) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // What the user's file still does after its answer must not end the run.
      worker.on('error', () => {});
      worker.unref();
      resolve(posted);
    };
    const timer = setTimeout(
      () => finish({ error: `it did not return within ${deadlineMs} ms`, isUsable: false }),
      deadlineMs,
    );
    worker.ref();
    worker.once('message', (reply: { value?: Json; error?: string }) => finish({ ...reply, isUsable: true }));
    worker.once('error', (error) =>
      finish({ error: error instanceof Error ? error.message : String(error), isUsable: false }),
    );
    worker.once('exit', (code) =>
      finish({ error: `its worker ended with exit code ${code}`, isUsable: false }),
    );
    worker.postMessage(task);
  });
}
