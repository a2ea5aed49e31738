import { z } from 'zod';
import { localFailures } from '../domain/local-failures.ts';
import { defineProvider, type ProviderWorld } from '../domain/provider.ts';
import type { Reply, Request } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';
import { slots } from '../flow/slots.ts';
import { untilAborted } from '../flow/until-aborted.ts';
import { redactor } from '../text/redactor.ts';
import { secretsIn } from '../text/secrets-in.ts';
import { splitCommand } from '../text/split-command.ts';
import { findProgram } from './local/find-program.ts';
import { type LineProcess, lineProcess, type Told } from './local/line-process.ts';
import { stopped } from './local/stopped.ts';
import { toAnswer } from './local/to-answer.ts';
import { toldLine } from './local/told-line.ts';

const graceMs = 2000;
const unusable = 'the command is empty, or a quote in it is not closed';

const options = {
  processes: z
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe(
      'How many copies of the command run at once; each answers one request at a time. Up to 4 by default.',
    ),
};

/**
 * A command that is kept running and answers lines with lines, JSON each, parted by LF alone:
 * in `{"id":1,"messages":[…],"prompt":"…","vars":{…},"settings":{…},"tools":[…],"outputSchema":…,"case":{"id":"…","meta":{…}}}`,
 * out `{"id":1,"text":"…"}` (also `toolCalls`, `usage`, `model`, `finish`, `warnings`) or `{"id":1,"error":"…"}` (also
 * `"retryable":true`). The command is split without a shell and runs in the project's root. One that dies, or writes
 * anything else, is ended and started anew for the next request.
 */
export const exec = defineProvider({
  name: 'exec',
  summary: 'A command of your own that answers JSON lines on its standard output.',
  example: 'exec:python3 bot.py',
  options,
  keys: [],
  needsNetwork: false,
  seesCase: true,
  files: ({ id }) => splitCommand(id) ?? [],
  async check({ id, name }, { root, env }) {
    const words = splitCommand(id);
    if (!words?.[0]) return [`${name}: ${unusable}`];
    return (await findProgram(words[0], root, env)) ? [] : [`${name}: there is no program ${words[0]}`];
  },
  async open(model, world) {
    const words = splitCommand(model.id);
    if (!words?.[0]) throw new Error(`exec:${model.id}: ${unusable}`);
    const { processes = Math.min(4, world.limits.concurrency) } = z
      .strictObject(options)
      .parse(model.options);
    const pool = processPool(words, processes, world);
    const redact = redactor(secretsIn(world.env));
    let id = 0;
    return {
      concurrency: processes,
      try: (request, signal) =>
        ask(request, signal, { name: `exec:${model.id}`, id: ++id, pool, clock: world.clock, redact }),
      close: pool.close,
    };
  },
});

type Pool = ReturnType<typeof processPool>;

/** Takes a process that is idle, or starts one; `count` at most are out at a time. */
function processPool(words: string[], count: number, { root, env, clock }: ProviderWorld) {
  const places = slots(count);
  const running = new Set<LineProcess>();
  const idle: LineProcess[] = [];
  const start = () => {
    const started = lineProcess({ words, cwd: root, env }, clock);
    running.add(started);
    return started;
  };
  const end = async (child: LineProcess) => {
    await child.end(graceMs);
    running.delete(child);
  };
  return {
    async take(signal: AbortSignal) {
      const giveBack = await places.take(signal);
      if (giveBack === 'aborted') return undefined;
      let child = idle.pop();
      while (child && !child.isAlive()) {
        await end(child);
        child = idle.pop();
      }
      child ??= start();
      const taken = child;
      const give = async (isUsable: boolean) => {
        if (isUsable) idle.push(taken);
        else await end(taken);
        giveBack();
      };
      return { child: taken, give };
    },
    close: async () => {
      await Promise.all([...running].map(end));
    },
  };
}

/** Who is asked, and the number of the question. Texts are redacted before they are cut: half a secret would not be known again. */
type Asked = { name: string; id: number; redact(text: string): string };

async function ask(
  request: Request,
  signal: AbortSignal,
  { name, id, pool, clock, redact }: Asked & { pool: Pool; clock: Clock },
): Promise<Reply> {
  const arrived = clock.now();
  const taken = await pool.take(signal);
  if (!taken) return { status: 'errored', failure: stopped(name, signal, clock.now() - arrived) };
  // The wait for a process is ours: it is no part of the command's own time.
  const start = clock.now();
  const told = await untilAborted(taken.child.ask(toLine(id, request)), signal);
  const total = clock.now() - start;
  if (told === 'aborted') {
    void taken.give(false);
    return { status: 'errored', failure: stopped(name, signal, total) };
  }
  const { reply, isUsable } = toReply(told, { name, id, redact }, total);
  if (isUsable) await taken.give(true);
  else void taken.give(false);
  return reply;
}

function toLine(
  id: number,
  { messages, settings, tools, outputSchema, case: { vars, ...rest } }: Request,
): string {
  const prompt = messages.findLast((message) => message.role === 'user')?.content ?? '';
  const line = JSON.stringify({ id, messages, prompt, vars, settings, tools, outputSchema, case: rest });
  // Some readers (node:readline since Node 24) end a line at these too; escaped they are the same JSON.
  return line.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** A process is asked again only after a line that was right: after any other, nobody knows what it will say next. */
function toReply(
  told: Told,
  { name, id, redact }: Asked,
  total: number,
): { reply: Reply; isUsable: boolean } {
  const errored = (failure: ReturnType<typeof localFailures.threw>, isUsable = false) => ({
    reply: { status: 'errored' as const, failure },
    isUsable,
  });
  if (told.type === 'unstarted') return errored(localFailures.cannotStart({ name, detail: told.detail }));
  if (told.type === 'ended')
    return errored(localFailures.processEnded({ name, how: told.how, stderr: redact(told.stderr) }));
  const read = toldLine(told.line, id);
  if (read.type === 'unreadable') {
    return errored(
      localFailures.unreadableLine({ name, found: redact(read.found), line: redact(told.line) }),
    );
  }
  if (read.type === 'error')
    return errored(
      localFailures.saidError({ name, message: redact(read.message), retryable: read.retryable }),
      true,
    );
  return { reply: { status: 'answered', answer: toAnswer(read.told, { total }) }, isUsable: true };
}
