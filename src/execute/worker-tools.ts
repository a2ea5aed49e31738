import type { GraderTools } from '../domain/grader.ts';
import type { Json } from '../domain/json.ts';
import { slots } from '../flow/slots.ts';
import { type GraderThread, graderThread, type Task } from './grader-thread.ts';

/** Milliseconds that a native regular expression may take. */
const matchDeadlineMs = 1000;
/** Workers at most; a grader's file is imported once in each. */
const mostWorkers = 2;

/** What graders may ask of a worker, and how to end the workers. */
export type WorkerTools = Pick<GraderTools, 'callModule' | 'matchNatively'> & { close(): Promise<void> };

/**
 * Runs what may hang or crash away from the run itself. `importer` is the URL of a module that exports `importModule`;
 * `onPrint` is given what graders print; `redact` takes the secrets out of what they give back, before anybody cuts it. A task that passes its deadline ends its worker; the next one starts another.
 * This isolates faults, it is no sandbox.
 */
export function workerTools(
  importer: string,
  onPrint: (text: string) => void,
  redact: (text: string) => string = (text) => text,
): WorkerTools {
  const places = slots(mostWorkers);
  const threads = new Set<GraderThread>();
  const idle: GraderThread[] = [];
  const closing = new AbortController();
  const take = () => {
    for (let thread = idle.pop(); thread; thread = idle.pop()) {
      if (thread.isAlive()) return thread;
      threads.delete(thread);
    }
    const started = graderThread(onPrint);
    threads.add(started);
    return started;
  };
  const run = async (task: Task, deadlineMs: number): Promise<Json> => {
    const giveBack = await places.take(closing.signal);
    if (giveBack === 'aborted') throw new Error('the run ended before it was its turn');
    const thread = take();
    const { value, error } = await thread.ask(task, deadlineMs);
    if (thread.isAlive()) idle.push(thread);
    else threads.delete(thread);
    giveBack();
    if (error !== undefined) throw new Error(redact(error));
    return cleaned(value ?? null, redact);
  };
  return {
    callModule: ({ file, export: name, input, timeoutMs }) =>
      run({ kind: 'call', file, export: name, input, importer }, timeoutMs),
    matchNatively: async (pattern, flags, text) =>
      (await run({ kind: 'match', pattern, flags, text }, matchDeadlineMs)) === true,
    close: async () => {
      closing.abort();
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

/** A copy with every text in it redacted; what holds no text is given back as it is. */
function cleaned(value: Json, redact: (text: string) => string): Json {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'string' ? redact(part) : part));
}
