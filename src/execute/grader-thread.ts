import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { Json } from '../domain/json.ts';
import { messageOf } from '../text/message-of.ts';

/** What the worker is told to do. */
export type Task = { kind: 'match' | 'call'; [key: string]: unknown };
/** What came of it. */
export type Told = { value?: Json; error?: string };

/** One worker, with one task at a time. */
export type GraderThread = {
  isAlive(): boolean;
  /** Never rejects. A task that passes its deadline, or ends the thread, leaves it dead. */
  ask(task: Task, deadlineMs: number): Promise<Told>;
  end(): Promise<void>;
};

/** Milliseconds that a thread may take to start and to import a grader's file. */
const startMs = 30_000;
/** Characters of a line that is held until it ends. */
const longestLine = 65_536;

/** Starts a worker. It holds the process only while it works. What it prints goes to `onPrint`, as stdout is the report's. */
export function graderThread(onPrint: (text: string) => void): GraderThread {
  const worker = new Worker(new URL('./grader-worker.mjs', import.meta.url), { stdout: true, stderr: true });
  for (const stream of [worker.stdout, worker.stderr]) tellLines(stream, onPrint);
  let isAlive = true;
  let current: { settle(told: Told): void; deadlineMs: number; timer: NodeJS.Timeout } | undefined;
  const finish = (told: Told) => {
    if (!current) return;
    clearTimeout(current.timer);
    const { settle } = current;
    current = undefined;
    worker.unref();
    settle(told);
  };
  const die = (error: string) => {
    isAlive = false;
    finish({ error });
    void worker.terminate();
  };
  worker.unref();
  worker.on('error', (error) => die(messageOf(error)));
  worker.on('exit', (code) => die(`it ended its own thread (exit code ${code})`));
  worker.on('message', (reply: Told & { isBegun?: true }) => {
    if (!reply.isBegun) finish(reply);
    else if (current) {
      const { deadlineMs } = current;
      clearTimeout(current.timer);
      current.timer = setTimeout(() => die(`it did not return within ${deadlineMs} ms`), deadlineMs);
    }
  });
  return {
    isAlive: () => isAlive,
    ask: (task, deadlineMs) =>
      new Promise((settle) => {
        const timer = setTimeout(() => die(`its file was not imported within ${startMs} ms`), startMs);
        current = { settle, deadlineMs, timer };
        worker.ref();
        worker.postMessage(task);
      }),
    end: async () => {
      isAlive = false;
      await worker.terminate();
    },
  };
}

/** Tells whole lines: a secret that comes in two pieces would not be known in either. What is not ended by then is told at the end. */
function tellLines(stream: Readable, tell: (text: string) => void): void {
  let open = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    open += text;
    const end = open.length > longestLine ? open.length : open.lastIndexOf('\n') + 1;
    if (end > 0) tell(open.slice(0, end));
    open = open.slice(end);
  });
  stream.on('end', () => {
    if (open) tell(open);
  });
}
