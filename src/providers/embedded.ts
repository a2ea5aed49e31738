import { localFailures } from '../domain/local-failures.ts';
import { defineProvider } from '../domain/provider.ts';
import type { Reply, Request } from '../domain/request.ts';
import type { Clock } from '../flow/clock.ts';
import { nearestLabel } from './local/nearest-label.ts';

const nothingToLearn =
  'The prompt has neither labelled examples nor a list of labels, so embedded:nearest answered nothing.';

type Say = (request: Request) => { text: string; warnings: string[] };

/** The algorithm's version is part of what is served: change it whenever an answer may change. */
const models: Record<string, { served: string; make(): Say }> = {
  nearest: {
    served: 'embedded:nearest/1',
    make() {
      const label = nearestLabel();
      return ({ messages }) => {
        const text = label(messages);
        return { text: text ?? '', warnings: text === undefined ? [nothingToLearn] : [] };
      };
    },
  },
  echo: {
    served: 'embedded:echo/1',
    make: () => (request) => ({ text: lastUserText(request) ?? '', warnings: [] }),
  },
};

/** Answers computed in this process: they need no key and no network, and depend on the prompt alone. */
export const embedded = defineProvider({
  name: 'embedded',
  summary: 'Small built-in models: nearest (labels by likeness to the prompt’s examples) and echo.',
  example: 'embedded:nearest',
  options: {},
  keys: [],
  needsNetwork: false,
  deterministic: true,
  free: true,
  models: Object.keys(models),
  async open({ id }, { clock }) {
    const model = models[id];
    if (!model)
      throw new Error(`There is no model embedded:${id}. There are: ${Object.keys(models).join(', ')}.`);
    const say = model.make();
    return {
      try: async (request) => answer(request, { name: `embedded:${id}`, served: model.served, say, clock }),
      close: async () => {},
    };
  },
});

function answer(request: Request, by: { name: string; served: string; say: Say; clock: Clock }): Reply {
  if (lastUserText(request) === undefined) {
    return { status: 'errored', failure: localFailures.noMessage({ name: by.name }) };
  }
  const start = by.clock.now();
  const { text, warnings } = by.say(request);
  const total = by.clock.now() - start;
  const all = [...warnings, ...ignored(by.name, request)];
  return {
    status: 'answered',
    answer: {
      text,
      toolCalls: [],
      finish: { unified: warnings.length > 0 ? 'other' : 'stop' },
      usage: {},
      served: { model: by.served },
      ms: { total },
      ...(all.length > 0 ? { warnings: all } : {}),
    },
  };
}

const lastUserText = ({ messages }: Request) => messages.findLast(({ role }) => role === 'user')?.content;

/** A seed and streaming ask for nothing that these models do not do anyway; nor does temperature 0. */
const met = ['seed', 'stream', 'providerOptions'];

function ignored(name: string, { settings, tools, outputSchema }: Request): string[] {
  const unused = Object.entries(settings)
    .filter(([key, value]) => value !== undefined && !met.includes(key))
    .filter(([key, value]) => !(key === 'temperature' && value === 0))
    .map(([key]) => key);
  if (tools.length > 0) unused.push('tools');
  if (outputSchema !== undefined) unused.push('output.jsonSchema');
  return unused.length > 0 ? [`${name} does not use: ${unused.join(', ')}.`] : [];
}
