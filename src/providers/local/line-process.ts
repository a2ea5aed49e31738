import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Clock } from '../../flow/clock.ts';
import { lineFeeds } from '../../text/line-feeds.ts';

/** What came of one line: the process's next line, or why there is none. */
export type Told =
  | { type: 'line'; line: string }
  /** `how`: `code 1`, `signal SIGKILL`. `stderr`: the end of what it wrote there. */
  | { type: 'ended'; how: string; stderr: string }
  | { type: 'unstarted'; detail: string };

/** A process that answers each line with one line. */
export type LineProcess = {
  isAlive(): boolean;
  /** Writes a line and waits for the next one; one at a time. Never rejects. */
  ask(line: string): Promise<Told>;
  /** Asks it to end, and ends it and all that it started after `graceMs` milliseconds. */
  end(graceMs: number): Promise<void>;
};

type Program = { words: string[]; cwd: string; env: Readonly<Record<string, string | undefined>> };

/** Far more than is shown: a secret that the cut halves must not come to the front when others are taken out. */
const stderrKept = 16_384;
const lastWordsMs = 200;

/** Starts a program. That it cannot be started is told by the first `ask`. */
export function lineProcess({ words, cwd, env }: Program, clock: Clock): LineProcess {
  try {
    // A group of its own, so that what the program starts can be ended with it.
    const isLeader = process.platform !== 'win32';
    return conversation(spawn(words[0]!, words.slice(1), { cwd, env, detached: isLeader }), clock);
  } catch (error) {
    // Most faults of a start are events; a command line that is too long is thrown.
    const unstarted: Told = { type: 'unstarted', detail: error instanceof Error ? error.message : 'unknown' };
    return { isAlive: () => false, ask: async () => unstarted, end: async () => {} };
  }
}

function conversation(child: ChildProcessWithoutNullStreams, clock: Clock): LineProcess {
  const unread: string[] = [];
  let [stderr, end] = ['', undefined as Told | undefined];
  let waiting: ((told: Told) => void) | undefined;
  const tell = () => {
    const told: Told | undefined = unread.length > 0 ? { type: 'line', line: unread[0]! } : end;
    if (!waiting || !told) return;
    unread.shift();
    waiting(told);
    waiting = undefined;
  };
  const finish = (told: Told) => {
    end ??= told;
    tell();
  };
  readLines(child.stdout, {
    line: (line) => {
      unread.push(line);
      tell();
    },
    tooLong: () => finish({ type: 'ended', how: 'a line that is too long', stderr }),
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr = (stderr + chunk).slice(-stderrKept);
  });
  // A broken pipe is told by the exit that caused it.
  child.stdin.on('error', () => {});
  child.on('error', (error) => finish({ type: 'unstarted', detail: error.message }));
  const gone = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  child.on('exit', async (code, signal) => {
    // What it wrote last may still be in the pipe, and a grandchild may hold the pipe open for ever.
    await Promise.race([closed, clock.sleep(lastWordsMs)]);
    finish({ type: 'ended', how: signal ? `signal ${signal}` : `code ${code}`, stderr });
  });
  return {
    isAlive: () => !end && child.exitCode === null && child.signalCode === null && child.pid !== undefined,
    ask: (line) =>
      new Promise((resolve) => {
        waiting = resolve;
        tell();
        if (!end) child.stdin.write(`${line}\n`);
      }),
    async end(graceMs) {
      signalGroup(child.pid, 'SIGTERM');
      child.stdin.end();
      const waited = new AbortController();
      await Promise.race([gone, clock.sleep(graceMs, waited.signal).catch(() => {})]);
      waited.abort();
      signalGroup(child.pid, 'SIGKILL');
      await gone;
    },
  };
}

function readLines(stream: NodeJS.ReadableStream, on: { line(line: string): void; tooLong(): void }): void {
  const feeds = lineFeeds();
  stream.on('data', (chunk: Buffer) => {
    try {
      for (const { text } of feeds.push(chunk)) on.line(text);
    } catch {
      on.tooLong();
    }
  });
  stream.on('end', () => {
    const last = feeds.end();
    if (last) on.line(last.text);
  });
}

/** Signals a process and all that belong to its group; one that is gone already is no error. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It is gone: that is what was wanted.
  }
}
