import type { CassetteEntry, CassetteRequest } from '../domain/cassette.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { messageOf } from '../text/message-of.ts';
import type { CassetteSpots, EntrySpot } from './cassette-spots.ts';
import { lineReader } from './line-reader.ts';
import { parseCassetteLine } from './parse-cassette-line.ts';

/** Reads the entries of a cassette, each when it is wanted. */
export type EntryReader = {
  /** The entry, or the problem to show when the file has changed since it was opened. */
  entryAt(spot: EntrySpot): CassetteEntry | Problem;
  /** Its request with the long values in their places; undefined when the file has changed. */
  requestAt(spot: EntrySpot): CassetteRequest | undefined;
  close(): void;
};

/** Opens a cassette of which it is known where its lines stand. Throws when it cannot be opened any more. */
export function entryReader(
  path: string,
  file: string,
  { texts }: Pick<CassetteSpots, 'texts'>,
): EntryReader {
  const reader = lineReader(path);
  const parsedAt = (spot: Parameters<typeof reader.read>[0]) =>
    parseCassetteLine(reader.read(spot).toString('utf8'));
  const textOf = (digest: string): unknown => {
    const read = parsedAt(texts.get(digest)!);
    return read.type === 'text' ? read.content : undefined;
  };
  const entryAt = (spot: EntrySpot): CassetteEntry | Problem => {
    try {
      const read = parsedAt(spot);
      if (read.type === 'entry' && read.entry.digest === spot.digest) return read.entry;
    } catch (error) {
      return problems.unreadableCassette({ file, detail: messageOf(error) });
    }
    const detail = 'it was changed while it was replayed';
    return problems.editedCassette({ file, line: spot.line, detail });
  };
  const requestAt = (spot: EntrySpot) => {
    const entry = entryAt(spot);
    return 'request' in entry ? toWhole(entry.request, textOf) : undefined;
  };
  return { entryAt, requestAt, close: reader.close };
}

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
