import { isUtf8 } from 'node:buffer';
import { failures } from '../../domain/failures.ts';
import type { Connection } from './connection.ts';
import type { Exchange, Head } from './exchange.ts';
import { inflate } from './inflate.ts';
import { toResponseFailure } from './to-response-failure.ts';
import type { WireFailure } from './wire-failure.ts';

/** A whole answer: 2xx, not empty, UTF-8, no page of HTML. */
export type Received = { head: Head; body: Buffer };

/** Takes the bytes of an answer that is streamed. */
export type Sink = { chunk(bytes: Buffer): void; end(): void; fail(error: WireFailure): void };

/** Far over any answer of a model: an endless body must not fill the memory. */
const bodyLimit = 64 * 1024 * 1024;

/**
 * Sends, and resolves with the whole answer; rejects with a WireFailure. When the answer is no JSON and no text
 * (an event stream), `onStream` is asked for a sink that takes its bytes instead, and then the promise stays open:
 * the sink's owner decides how it ends.
 */
export function receive(
  connection: Connection,
  exchange: Exchange,
  onStream?: (head: Head, breakOff: () => void) => Sink,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    let head!: Head;
    let sink: Sink | undefined;
    let size = 0;
    const chunks: Buffer[] = [];
    const breakOff = connection.send(exchange, {
      head(arrived) {
        head = arrived;
        if (onStream && isStream(head)) sink = onStream(head, () => breakOff());
      },
      chunk(bytes) {
        size += bytes.length;
        if (size > bodyLimit) {
          breakOff();
          const found = 'more than 64 MB';
          const error = connection.fail(failures.protocol({ provider: connection.provider, found }));
          if (sink) sink.fail(error);
          else reject(error);
        } else if (sink) sink.chunk(bytes);
        else chunks.push(bytes);
      },
      end() {
        if (sink) return sink.end();
        try {
          resolve(accept(connection, head, chunks));
        } catch (error) {
          reject(error);
        }
      },
      fail(error) {
        if (sink) sink.fail(error);
        else reject(error);
      },
    });
  });
}

function isStream({ status, headers }: Head): boolean {
  if (status >= 300) return false;
  const type = headers['content-type'] ?? '';
  return !/^(text\/(html|plain)|application\/([\w.+-]+\+)?json\b(?!-seq))/i.test(type);
}

function accept(connection: Connection, head: Head, chunks: Buffer[]): Received {
  const { provider } = connection;
  const refuse = (found: string, text?: string) =>
    connection.fail(
      failures.protocol({ provider, status: head.status, found, body: text && connection.redact(text) }),
    );
  const raw = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  const body = inflate(raw, head.headers['content-encoding'], bodyLimit);
  if (!body) throw refuse('a body whose compression cannot be read');
  if (head.status >= 300) throw connection.fail(toResponseFailure(connection, head, body));
  if (body.length === 0) throw refuse('an empty body');
  if (!isUtf8(body)) throw refuse('bytes that are not UTF-8', body.toString('utf8'));
  if (isPage(head, body)) throw refuse('a page of HTML; is baseUrl right?', body.toString('utf8'));
  return { head, body };
}

function isPage(head: Head, body: Buffer): boolean {
  if (/^text\/html/i.test(head.headers['content-type'] ?? '')) return true;
  return body[0] === 60 && /^<(!doctype|html)/i.test(body.subarray(0, 20).toString('latin1'));
}
