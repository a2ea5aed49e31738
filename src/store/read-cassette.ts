import type {
  Cassette,
  CassetteEntry,
  CassetteLabel,
  CassetteModel,
  CassetteReply,
  CassetteRequest,
} from '../domain/cassette.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Request } from '../domain/request.ts';
import { cassetteLabel } from '../plan/cassette-label.ts';
import { messageOf } from '../text/message-of.ts';
import { cassetteFinder } from './cassette-finder.ts';
import type { EntrySpot } from './cassette-spots.ts';
import { indexCassette } from './index-cassette.ts';
import { lineReader } from './line-reader.ts';
import { parseCassetteLine } from './parse-cassette-line.ts';
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
  const { entries, texts } = indexed.value;
  const reader = lineReader(path);
  const textOf = (digest: string): unknown => {
    const read = parseCassetteLine(reader.read(texts.get(digest)!).toString('utf8'));
    return read.type === 'text' ? read.content : undefined;
  };
  const entryAt = (spot: EntrySpot): CassetteEntry | Problem => {
    const { line, digest } = spot;
    try {
      const read = parseCassetteLine(reader.read(spot).toString('utf8'));
      if (read.type === 'entry' && read.entry.digest === digest) return read.entry;
    } catch (error) {
      return problems.unreadableCassette({ file, detail: messageOf(error) });
    }
    return problems.editedCassette({ file, line, detail: 'it was changed while it was replayed' });
  };
  const requestAt = (spot: EntrySpot): CassetteRequest | undefined => {
    const entry = entryAt(spot);
    return 'request' in entry ? toWhole(entry.request, textOf) : undefined;
  };
  const finder = cassetteFinder(entries, requestAt);
  const missing = (asked: CassetteModel, request: Request) => {
    const label = cassetteLabel(asked.model.name, request);
    const { differences, nearest } = whyMissing(finder.likeness(label), asked, request, requestAt);
    const shown = differences.map(({ path, recorded, asked: now }) => ({
      path: redact(path),
      recorded: redact(recorded),
      asked: redact(now),
    }));
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
      close: reader.close,
    },
  };
}

const named = ({ suite, case: one, prompt, model, repeat }: ReturnType<typeof cassetteLabel>) =>
  `${suite}/${one} (${[prompt, model, ...(repeat > 1 ? [`repeat ${repeat}`] : [])].filter(Boolean).join(' · ')})`;

/** The request with its long values in their places again. */
function toWhole(request: CassetteRequest, textOf: (digest: string) => unknown): CassetteRequest {
  const { toolsText, outputSchemaText, messages, ...rest } = request;
  return {
    ...rest,
    ...(toolsText === undefined ? {} : { tools: textOf(toolsText) as CassetteRequest['tools'] }),
    ...(outputSchemaText === undefined
      ? {}
      : { outputSchema: textOf(outputSchemaText) as CassetteRequest['outputSchema'] }),
    messages: messages.map((message) =>
      'text' in message ? { role: message.role, content: String(textOf(message.text)) } : message,
    ),
  };
}
