import { failures } from '../../domain/failures.ts';
import type { Json } from '../../domain/json.ts';
import type { Reply, Request, Try } from '../../domain/request.ts';
import { messageOf } from '../../text/message-of.ts';
import { resolveReferences } from '../../text/resolve-references.ts';
import type { Connection } from '../wire/connection.ts';
import { type Received, receive } from '../wire/receive.ts';
import { WireFailure } from '../wire/wire-failure.ts';
import type { Reading } from './to-reader.ts';

type Endpoint = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Json;
  read(body: Json): Reading;
};

/** Asks an endpoint once. Never throws. */
export function httpTry(connection: Connection, endpoint: Endpoint): Try {
  return async (request, signal) => {
    try {
      const { url, method, headers } = endpoint;
      const body = method === 'GET' ? undefined : toBody(connection, endpoint.body, request);
      const start = connection.now();
      const received = await receive(connection, { url, method, headers, body, signal });
      return toReply(connection, endpoint, received, connection.now() - start);
    } catch (error) {
      if (error instanceof WireFailure) return { status: 'errored', failure: error.failure };
      const detail = connection.redact(messageOf(error));
      return { status: 'errored', failure: failures.request({ provider: connection.provider, detail }) };
    }
  };
}

function toBody({ provider, fail }: Connection, template: Json, request: Request): string {
  const missing: string[] = [];
  const { messages, settings, case: asked } = request;
  const prompt = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const roots = { prompt, messages, settings, vars: asked.vars, case: { id: asked.id, meta: asked.meta } };
  const body = resolveReferences(template, roots, missing);
  if (missing.length > 0)
    throw fail(
      failures.request({
        provider,
        detail: `the body names ${missing.join(', ')}, which the case does not have`,
      }),
    );
  return JSON.stringify(body);
}

function toReply(connection: Connection, { read }: Endpoint, { head, body }: Received, total: number): Reply {
  const { provider } = connection;
  const text = body.toString('utf8');
  const found = parse(text, head.headers['content-type']);
  const refuse = (what: string): Reply => ({
    status: 'errored',
    failure: failures.protocol({ provider, status: head.status, found: what, body: connection.redact(text) }),
  });
  if (found === undefined) return refuse('a body that is not JSON');
  const reading = read(found);
  if (reading.text === undefined && reading.toolCalls.length === 0)
    return refuse('no text where it was looked for; set response');
  const requestId = head.headers['x-request-id'];
  return {
    status: 'answered',
    answer: {
      text: reading.text ?? '',
      toolCalls: reading.toolCalls,
      finish: { unified: reading.toolCalls.length > 0 ? 'tool-calls' : 'stop' },
      usage: reading.usage,
      served: requestId ? { requestId } : {},
      ms: { total },
    },
  };
}

/** A body that does not say that it is JSON may be plain text; one that says so must be JSON. */
function parse(text: string, type: string | undefined): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return /json/i.test(type ?? '') ? undefined : text;
  }
}
