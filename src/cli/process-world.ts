import { userInfo } from 'node:os';
import { redactor } from '../text/redactor.ts';
import { keyboard } from './keyboard.ts';
import { secretsOf } from './secrets-of.ts';
import type { Output, World } from './world.ts';

/** The real process as a world. Reads nothing but what it is given. */
export function processWorld(real: NodeJS.Process): World {
  let secrets = secretsOf(real.env);
  let redact = redactor(secrets);
  const clean = (text: string) => redact(text);
  return {
    arguments: real.argv.slice(2),
    env: real.env,
    folder: real.cwd(),
    out: toOutput(real.stdout, clean),
    err: toOutput(real.stderr, clean),
    // Looked at when it is wanted: a process that reads nothing leaves its input alone.
    get keys() {
      return keyboard(real.stdin);
    },
    input: () => piped(real.stdin),
    clock: {
      now: () => performance.now(),
      // From where the process began: somebody may set the clock of the machine meanwhile, and then a run would have taken hours.
      date: () => new Date(performance.timeOrigin + performance.now()),
      sleep,
    },
    pid: real.pid,
    account,
    nodeVersion: real.versions.node,
    onInterrupt(listener) {
      real.on('SIGINT', listener);
      real.on('SIGTERM', listener);
      return () => {
        real.off('SIGINT', listener);
        real.off('SIGTERM', listener);
      };
    },
    hide(more) {
      secrets = [...new Set([...secrets, ...more])];
      redact = redactor(secrets);
    },
  };
}

async function piped(input: NodeJS.ReadStream): Promise<string | undefined> {
  if (input.isTTY === true) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

/** A container may run in a number that stands for nobody. */
function account(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

/** A reader that goes away (`evals show | head`) is no error. A width of 0 is what a terminal says that does not know. */
function toOutput(stream: NodeJS.WriteStream, clean: (text: string) => string): Output {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isClosed = true;
  });
  return {
    write: (text) => {
      if (!isClosed) stream.write(clean(text));
    },
    isClosed: () => isClosed,
    drained: () => (stream.writableNeedDrain && !isClosed ? hasRoom(stream) : undefined),
    isTerminal: stream.isTTY === true,
    get width() {
      return stream.columns || 100;
    },
    get height() {
      return stream.rows || 24;
    },
    onResize(listener) {
      stream.on('resize', listener);
      return () => stream.off('resize', listener);
    },
  };
}

const hasRoom = (stream: NodeJS.WriteStream) =>
  new Promise<void>((resolve) => {
    const events = ['drain', 'error', 'close'];
    const resume = () => {
      for (const event of events) stream.off(event, resume);
      resolve();
    };
    for (const event of events) stream.on(event, resume);
  });

/** As the one in node:timers/promises, but it rejects with the signal's own reason: an error made anew costs 10 µs. */
function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    return signal?.addEventListener('abort', onAbort, { once: true });
  });
}
