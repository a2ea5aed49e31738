import type { Clock } from '../flow/clock.ts';

/** Where text goes. */
export type Output = {
  write(text: string): void;
  isTerminal: boolean;
  /** Columns. */
  width: number;
  /** Rows of a terminal. */
  height?: number;
  /** Calls back whenever the terminal has another size, until the function that it gives back is called. */
  onResize?(listener: () => void): () => void;
  /** Nobody reads any more: `evals show | head` has seen enough. */
  isClosed?(): boolean;
  /** Resolves when what was written has room again; undefined when it has. Long texts wait for it, so that a slow reader costs no memory. */
  drained?(): Promise<void> | undefined;
};

/** The keys of a terminal, one by one. */
export type Keyboard = {
  /**
   * Hands over what is typed as soon as it is, unechoed, as the terminal sends it: Ctrl-C is a key then (`\u0003`).
   * `onEnd` is called when nothing more can come. The terminal is as before when the function that it gives back has
   * been called.
   */
  listen(onText: (text: string) => void, onEnd: () => void): () => void;
};

/** The world as the program sees it: handed in, so that a test can hand in another. */
export type World = {
  arguments: string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  folder: string;
  out: Output;
  err: Output;
  /** Undefined where nobody sits at one. */
  readonly keys?: Keyboard | undefined;
  /** All that is piped in, as UTF-8; undefined where a person sits at a terminal. */
  input?(): Promise<string | undefined>;
  clock: Clock;
  pid: number;
  /** The name of the account that the program runs in; undefined where the system knows none. */
  account?(): string | undefined;
  nodeVersion: string;
  /** Calls back at each Ctrl-C (and SIGTERM) until the function that it gives back is called. */
  onInterrupt(listener: () => void): () => void;
  /** From now on nothing on the screen shows these values, not even the text of a crash. */
  hide?(secrets: readonly string[]): void;
};
