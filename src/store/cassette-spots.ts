import type { CassetteEntry, CassetteLabel } from '../domain/cassette.ts';

/** Where a line stands in a file, in bytes. */
export type Spot = { offset: number; size: number };

/** An entry of which only the label and the place are held. */
export type EntrySpot = Spot & {
  label: CassetteLabel;
  digest: string;
  /** Counts from 1; 0 where nobody will ask for it. */
  line: number;
  /** The long values that it refers to. */
  texts: readonly string[];
  /** A secret was taken out of its label or its request. */
  isRedacted: boolean;
  isFailure: boolean;
};

/** What is known of a file of entries. */
export type CassetteSpots = {
  entries: EntrySpot[];
  texts: Map<string, Spot & { isRedacted: boolean }>;
  /** Takes an entry in. */
  add(entry: CassetteEntry, spot: Spot & { line: number }): EntrySpot;
};

const none: readonly string[] = [];
const mark = '[redacted]';

/** Starts an empty list. A name that comes again is held once: a cassette may have 100,000 entries. */
export function cassetteSpots(): CassetteSpots {
  const names = new Map<string, string>();
  const once = (name: string) => {
    if (!names.has(name)) names.set(name, name);
    return names.get(name)!;
  };
  const entries: EntrySpot[] = [];
  const texts: CassetteSpots['texts'] = new Map();
  return {
    entries,
    texts,
    add(entry, spot) {
      const { suite, case: one, prompt, model, repeat, digest, request } = entry;
      const label: CassetteLabel = { suite: once(suite), case: one, model: once(model), repeat };
      if (prompt !== undefined) label.prompt = once(prompt);
      const referred = textsOf(entry);
      const added: EntrySpot = {
        ...spot,
        label,
        digest,
        texts: referred.length > 0 ? referred.map(once) : none,
        isRedacted:
          JSON.stringify([label, request]).includes(mark) ||
          referred.some((digest) => texts.get(digest)?.isRedacted),
        isFailure: 'failure' in entry,
      };
      entries.push(added);
      return added;
    },
  };
}

function textsOf({ request: { messages, toolsText, outputSchemaText } }: CassetteEntry): string[] {
  const long = messages.flatMap((message) => ('text' in message ? [message.text] : []));
  return [...long, toolsText, outputSchemaText].filter((digest) => digest !== undefined);
}
