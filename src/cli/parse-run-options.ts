import type { Allowed } from '../domain/allowed.ts';
import { type CacheMode, cacheModes } from '../domain/cache-modes.ts';
import type { CommandInput } from '../domain/command.ts';
import { problems } from '../domain/problems.ts';
import { parseDuration } from '../text/parse-duration.ts';
import { Refusal } from './refusal.ts';

/** How a run is carried out, whatever its cases are. */
export type RunOptions = {
  offline: boolean;
  isQuiet: boolean;
  cache: CacheMode;
  /** Whether cases that flipped against the baseline, and some of the baseline's own, are asked afresh. */
  redraw: boolean;
  canary: boolean;
  /** It ends as soon as its verdict is proven. */
  stopEarly: boolean;
  /** It is of the cases of holdouts; whether more was gained on what anyone can see is asked too. */
  holdout: boolean;
  isOverfitAsked: boolean;
  /** Files of a cassette; paths as they were given. */
  record?: string;
  replay?: string;
  /** The run that is to be gone on with; `changed` asks anew what has changed since. */
  resume?: { run: string; changed: boolean };
  /** Laid over the config's budget. */
  budget: Allowed;
};

type Options = CommandInput['options'];

/** Reads the flags that say how a run is carried out. Throws a `Refusal` that names every flag with a wrong value. */
export function parseRunOptions({ options }: Pick<CommandInput, 'options'>): RunOptions {
  const wrong: string[] = [];
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined);
  const positive = (name: string, flag: string, read: (text: string) => number | undefined, what: string) => {
    const given = text(name);
    if (given === undefined) return undefined;
    const value = read(given);
    if (value === undefined || !(value > 0) || !Number.isFinite(value))
      wrong.push(`--${flag} needs ${what}, not "${given}"`);
    return value;
  };
  const cache = (text('cache') ?? 'read-write') as CacheMode;
  if (!cacheModes.includes(cache))
    wrong.push(`--cache needs one of ${cacheModes.join(', ')}, not "${cache}"`);
  const parsed: RunOptions = {
    offline: options.offline === true,
    isQuiet: options.quiet === true,
    cache,
    redraw: options.redraw !== false,
    canary: options.canary !== false,
    stopEarly: options.stopEarly === true,
    holdout: options.holdout === true,
    isOverfitAsked: options.overfit === true,
    record: text('record'),
    replay: text('replay'),
    resume: toResume(options),
    budget: {
      usd: positive(
        'maxCost',
        'max-cost',
        (given) => Number(given.replace(/^\$/, '')),
        'US dollars such as 5',
      ),
      calls: positive('maxCalls', 'max-calls', toWhole, 'a whole number of at least 1'),
      ms: positive('maxTime', 'max-time', toTime, 'a time with its unit such as 90s or 10m'),
    },
  };
  wrong.push(...conflicts(options));
  if (wrong.length > 0) throw new Refusal(wrong.map((detail) => problems.badFlag({ detail })));
  return parsed;
}

/** A number alone would be milliseconds, which nobody means here. */
const toTime = (text: string) => (/[a-z]/.test(text) ? parseDuration(text) : undefined);
const toWhole = (text: string) => (/^\d+$/.test(text) ? Number(text) : undefined);

function toResume({ resume, changed }: Options): RunOptions['resume'] {
  if (!resume) return undefined;
  return { run: typeof resume === 'string' ? resume : 'latest', changed: changed === true };
}

/** The plan of a resumed run is that of the run: flags that choose other trials contradict it. */
const choosing = [
  'model',
  'prompt',
  'judge',
  'case',
  'tag',
  'notTag',
  'adversarial',
  'sample',
  'failed',
  'errored',
  'repeat',
];

/** What would choose among the cases of a holdout, keep something of it, or look at it more than once. */
const neverOfHoldout = [
  ...['case', 'tag', 'notTag', 'adversarial', 'sample', 'failed', 'errored', 'repeat'],
  ...['stopEarly', 'record', 'replay', 'resume', 'cache'],
];

const toFlag = (name: string) => `--${name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`;

function ofHoldout(options: Options): string[] {
  if (!options.holdout) return options.overfit ? ['--overfit goes with --holdout'] : [];
  return neverOfHoldout
    .filter((name) => options[name] !== undefined && options[name] !== false && options[name] !== 'off')
    .map(
      (name) =>
        `--holdout is of all of its cases, asked once and kept nowhere: ${toFlag(name)} cannot stand beside it`,
    );
}

function conflicts(options: Options): string[] {
  const { record, replay, resume, changed, stopEarly } = options;
  const found: string[] = ofHoldout(options);
  if (record && replay) found.push('--record and --replay exclude each other');
  if (stopEarly && resume)
    found.push(
      '--resume takes it from the run whether it may end early, so --stop-early cannot stand beside it',
    );
  const tape = record ? '--record' : replay ? '--replay' : undefined;
  if (stopEarly && tape)
    found.push(
      `--stop-early asks only a part, and a cassette is of the whole: it cannot stand beside ${tape}`,
    );
  if (changed && !resume) found.push('--changed goes with --resume');
  const chosen = resume ? choosing.filter((name) => options[name] !== undefined) : [];
  for (const name of chosen)
    found.push(
      `--resume takes its cases and models from the run, so --${name === 'notTag' ? 'not-tag' : name} cannot stand beside it`,
    );
  return found;
}
