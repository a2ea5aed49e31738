import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { goodAnswer } from './good-answer.ts';

/** What the server did to one try at a question. `ms` is its own time for it, `isWhole` says that all of a good answer went out. */
export type Served = { fault: string; isWhole: boolean; ms?: number };

/** Shares (0..1) of the tries that are answered wrongly, and how long a good answer takes (milliseconds, from and to). */
export type Seeded = {
  seed: number;
  shares?: { status?: number; reset?: number; malformed?: number; hang?: number };
  ms?: [number, number];
};

export type SeededServer = {
  port: number;
  /** The address for a model; its questions are counted apart from those of others. */
  at(model: string): string;
  /** By `model question`, each try in order; and how many requests were open at once at most. */
  told(): Promise<{ records: Record<string, Served[]>; most: number }>;
  close(): Promise<void>;
};

/** Starts a server in a process of its own, out of reach of the program that asks it. */
export async function seededServer({ seed, shares = {}, ms = [1, 5] }: Seeded): Promise<SeededServer> {
  const paths = ['/messages', ':generateContent', ':streamGenerateContent', '/responses', ''];
  const answers = paths.map((path) => [path, goodAnswer(path)]);
  const child = fork(
    join(import.meta.dirname, 'seeded-server.mjs'),
    [JSON.stringify({ seed, shares, ms, answers })],
    { execArgv: [] },
  );
  const ended = once(child, 'exit');
  const message = () =>
    Promise.race([
      once(child, 'message').then(([told]) => told),
      ended.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
    ]);
  const { port } = await message();
  return {
    port,
    at: (model) => `http://127.0.0.1:${port}/${model}`,
    async told() {
      child.send('told');
      return await message();
    },
    async close() {
      child.kill();
      await ended;
    },
  };
}
