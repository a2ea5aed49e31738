import { stat } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import { z } from 'zod';
import type { Json } from '../domain/json.ts';
import { localFailures } from '../domain/local-failures.ts';
import { defineProvider } from '../domain/provider.ts';
import type { Reply, Request } from '../domain/request.ts';
import { untilAborted } from '../flow/until-aborted.ts';
import { closest } from '../text/closest.ts';
import { redactor } from '../text/redactor.ts';
import { secretsIn } from '../text/secrets-in.ts';
import { importModule } from './import-module.mjs';
import { answerShape } from './local/answer-shape.ts';
import { stopped } from './local/stopped.ts';
import { toAnswer } from './local/to-answer.ts';

type AppFunction = (input: unknown, world: { signal: AbortSignal }) => unknown;

/**
 * The application under test itself: a function that is called in this process with
 * `({ messages, prompt, vars, settings, case: { id, meta } }, { signal })`, where `prompt` is the last user text.
 * It gives back a string; or `{ text, toolCalls?, usage?, model?, finish?, warnings? }` with no other keys, where one
 * that cannot be read makes an errored reply; or any other JSON value, whose JSON is then the text. A function that blocks the process cannot be ended by a deadline.
 */
export const module = defineProvider({
  name: 'module',
  summary: 'A function of your own application, in JavaScript or TypeScript, called in this process.',
  example: 'module:./app.ts#classify',
  options: {},
  keys: [],
  needsNetwork: false,
  seesCase: true,
  files: ({ id }) => [id.replace(/#[^#]*$/, '')],
  async check({ id, name }, { root }) {
    const { file } = parseId(id, root);
    return (await isFile(file)) ? [] : [`${name}: there is no file ${path.relative(root, file)}`];
  },
  async open({ id }, { root, clock, env }) {
    const name = `module:${id}`;
    // Before it is cut: half a secret would not be known again.
    const redact = redactor(secretsIn(env));
    const app = await load(id, root);
    const ask = async (request: Request, signal: AbortSignal): Promise<Reply> => {
      const start = clock.now();
      const since = () => clock.now() - start;
      try {
        const work = Promise.resolve(app(toInput(request), { signal }));
        const value = await untilAborted(work, signal);
        if (value === 'aborted' && signal.aborted) {
          return { status: 'errored', failure: stopped(name, signal, since()) };
        }
        return toReply(name, value, since());
      } catch (error) {
        const failure = signal.aborted ? stopped(name, signal, since()) : threw(name, error, redact);
        return { status: 'errored', failure };
      }
    };
    return { try: ask, close: async () => {} };
  },
});

function parseId(id: string, root: string): { file: string; exported: string } {
  const at = id.lastIndexOf('#');
  const [file, exported] = at < 0 ? [id, 'default'] : [id.slice(0, at), id.slice(at + 1)];
  return { file: path.resolve(root, file), exported };
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function load(id: string, root: string): Promise<AppFunction> {
  const { file, exported } = parseId(id, root);
  const shown = path.relative(root, file);
  if (!(await isFile(file))) throw new Error(`module:${id}: there is no file ${shown}`);
  const exports = await importModule(file).catch((error: unknown) => {
    throw new Error(`module:${id}: ${shown} could not be imported: ${messageOf(error)}`);
  });
  const found = exports[exported];
  if (typeof found === 'function') return found as AppFunction;
  const names = Object.keys(exports).filter((name) => typeof exports[name] === 'function');
  const near = closest(exported, names);
  const hint = near ? `did you mean "${near}"?` : `its functions are: ${names.join(', ') || 'none'}`;
  throw new Error(`module:${id}: ${shown} exports no function "${exported}"; ${hint}`);
}

/** A copy, so that a function which changes what it was given changes nothing of the run. */
function toInput({ messages, settings, case: { id, vars, meta } }: Request): unknown {
  const prompt = messages.findLast((message) => message.role === 'user')?.content ?? '';
  return structuredClone({ messages, prompt, vars, settings, case: { id, meta } });
}

const answer = z.strictObject({ text: z.string(), ...answerShape });

function toReply(name: string, value: unknown, total: number): Reply {
  if (typeof value === 'string') return { status: 'answered', answer: toAnswer({ text: value }, { total }) };
  const told = answer.safeParse(value);
  if (told.success) return { status: 'answered', answer: toAnswer(told.data, { total }) };
  const flaw = flawOf(value, told.error);
  if (flaw !== undefined)
    return { status: 'errored', failure: localFailures.unusableValue({ name, found: flaw }) };
  const text = toJson(value);
  if (text !== undefined) return { status: 'answered', answer: toAnswer({ text }, { total }) };
  const found = value === undefined ? 'nothing' : `a value that is not JSON (${typeof value})`;
  return { status: 'errored', failure: localFailures.unusableValue({ name, found }) };
}

/** A text with the keys of an answer was meant as one: its JSON would be graded in place of the text. */
function flawOf(value: unknown, { issues }: z.ZodError): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const isMeant =
    'text' in value &&
    typeof value.text === 'string' &&
    Object.keys(value).every((key) => key in answer.shape);
  return isMeant ? `a text beside which "${String(issues[0]?.path[0])}" cannot be read` : undefined;
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value as Json);
  } catch {
    return undefined;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : inspect(error));

function threw(name: string, error: unknown, redact: (text: string) => string) {
  const retryable =
    typeof error === 'object' && error !== null && 'retryable' in error && error.retryable === true;
  const stack = error instanceof Error && error.stack ? redact(String(error.stack)) : undefined;
  return localFailures.threw({
    name,
    message: redact(messageOf(error)),
    retryable,
    ...(stack ? { stack } : {}),
  });
}
