import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendChat } from './send-chat.ts';

type Message = { role: string; content: string };
type Asked = { messages: Message[]; stream?: boolean };

/** A model that sorts messages by the rules in its system message: each line `word => label`, the first that fits. */
export type DeskServer = {
  url: string;
  /** Requests answered. */
  asked(): number;
  /** The provider ships another model under the same name: from now on it does not know these words. */
  forget(...words: string[]): void;
  /** Share (0..1) of the answers to a message that are wrong; each request is drawn anew. */
  flaky(share: number): void;
  /** From now on nobody listens any more. */
  close(): Promise<void>;
};

function answerOf({ messages }: Asked, forgotten: ReadonlySet<string>): string {
  const rules = messages
    .filter(({ role }) => role === 'system')
    .flatMap(({ content }) => content.split('\n'));
  const question = messages.findLast(({ role }) => role === 'user')!.content.toLowerCase();
  for (const rule of rules) {
    const [word, label] = rule.split('=>').map((part) => part.trim());
    if (word && label && question.includes(word) && !forgotten.has(word)) return label;
  }
  return 'nobody';
}

/** 0..1, the same for the same draw. */
const drawn = (text: string) => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  if (server.listening) await once(server, 'close');
}

/** Starts one on the loopback, for `openai-compatible:` models at `url`. */
export async function deskServer(): Promise<DeskServer> {
  const forgotten = new Set<string>();
  let [count, share] = [0, 0];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Asked;
    count += 1;
    const isWrong = drawn(`${count} ${JSON.stringify(body.messages)}`) < share;
    const content = isWrong ? 'nobody' : answerOf(body, forgotten);
    sendChat(response, { model: 'desk-1', content, isStream: body.stream === true, tokens: [40, 2] });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: () => count,
    forget(...words) {
      for (const word of words) forgotten.add(word);
    },
    flaky: (next) => {
      share = next;
    },
    close: () => closed(server),
  };
}
