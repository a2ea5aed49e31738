import type { Message } from '../domain/message.ts';
import { sha256 } from '../text/sha256.ts';

/** A message as it stands in the journal: whole, or by the digest of a text in `texts.jsonl`. */
export type StoredMessage = Message | { role: Message['role']; text: string };

/** A text is worth sharing from this many characters on. */
const shortest = 1024;
/** How many different texts are remembered; a run has a handful of system messages. */
const remembered = 32;

/**
 * Replaces messages that come again and again by their digest. `write` is given each shared text before anything
 * refers to it, at least once; when it throws, nothing refers to it yet.
 * The first time a text is seen it stays in its row, so texts that never come again cost no second place.
 */
export function sharedTexts(
  write: (line: { digest: string; content: string }) => void,
): (messages: readonly Message[]) => StoredMessage[] {
  const seen = new Map<string, string | undefined>();
  const toStored = (message: Message): StoredMessage => {
    const { role, content } = message;
    if (content.length < shortest) return message;
    if (!seen.has(content)) {
      if (seen.size >= remembered) seen.delete(seen.keys().next().value!);
      seen.set(content, undefined);
      return message;
    }
    const known = seen.get(content);
    const digest = known ?? sha256(content, 16);
    if (known === undefined) write({ digest, content });
    seen.delete(content);
    seen.set(content, digest);
    return { role, text: digest };
  };
  return (messages) => messages.map(toStored);
}
