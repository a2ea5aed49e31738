import type { Cassette, CassetteLabel, CassetteModel, CassetteReply } from '../domain/cassette.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Request } from '../domain/request.ts';
import { cassetteLabel } from '../plan/cassette-label.ts';
import { cassetteFinder } from './cassette-finder.ts';
import { entryReader } from './entry-reader.ts';
import { indexCassette } from './index-cassette.ts';
import { redacted } from './redacted.ts';
import { whyMissing } from './why-missing.ts';

/** A cassette that is open: where its entries stand is in memory, what they say is on disk. */
export type OpenCassette = Cassette & {
  /** How messages call it. */
  file: string;
  count: number;
  /** Whether the request is in it; it counts as used from then on. */
  has(asked: CassetteModel, request: Request): boolean;
  /** The problem to show for a request that is not in it: how it differs from the nearest one that is. */
  missing(asked: CassetteModel, request: Request): Problem;
  /** How many of these entries nothing has asked for. */
  unused(isPlanned: (label: CassetteLabel) => boolean): number;
  close(): void;
};

/** Where the cassette is (absolute), how messages call it, and what takes the secrets out of what they show. */
export type CassetteFile = { path: string; file: string; redact(text: string): string };

/** Opens and checks a cassette. Its problem says what is wrong with the file. */
export async function readCassette({ path, file, redact }: CassetteFile): Promise<Checked<OpenCassette>> {
  const indexed = await indexCassette(path, file);
  if (!indexed.value) return { value: undefined, problems: indexed.problems };
  const { entries } = indexed.value;
  const { entryAt, requestAt, close } = entryReader(path, file, indexed.value);
  const finder = cassetteFinder(entries, requestAt);
  const missing = (asked: CassetteModel, request: Request) => {
    const label = cassetteLabel(asked.model.name, request);
    const { differences, nearest } = whyMissing(finder.likeness(label), asked, request, requestAt);
    const shown = differences.map((one) => redacted(one, redact));
    return problems.notInCassette({ file, trial: redact(named(label)), nearest, differences: shown });
  };
  return {
    problems: [],
    value: {
      file,
      count: entries.length,
      has: (asked, request) => finder.find(asked, request) !== undefined,
      missing,
      answer(asked, request): CassetteReply | Problem {
        const spot = finder.find(asked, request);
        return spot === undefined ? missing(asked, request) : entryAt(spot);
      },
      unused: finder.unused,
      close,
    },
  };
}

const named = ({ suite, case: one, prompt, model, repeat }: ReturnType<typeof cassetteLabel>) =>
  `${suite}/${one} (${[prompt, model, ...(repeat > 1 ? [`repeat ${repeat}`] : [])].filter(Boolean).join(' · ')})`;
