import type { ByteSource } from './byte-source.ts';
import type { Head } from './exchange.ts';

/**
 * The little of a `Response` that AI SDK packages read. A real one, with a real stream inside, costs several times
 * the CPU of the whole exchange; that one is only made when a package asks for something rare.
 */
export function toResponse(head: Head, source: ByteSource): Response {
  const rare = () => new Response(toStream(source), { status: head.status, headers: head.headers });
  const response = {
    ok: head.status >= 200 && head.status < 300,
    status: head.status,
    statusText: '',
    headers: toHeaders(head.headers),
    body: toBody(source),
    text: () => rare().text(),
    json: () => rare().json(),
    arrayBuffer: () => rare().arrayBuffer(),
    blob: () => rare().blob(),
  };
  return response as unknown as Response;
}

function toHeaders(headers: Record<string, string>) {
  const entries = () => Object.entries(headers)[Symbol.iterator]();
  return {
    get: (name: string) => headers[name.toLowerCase()] ?? null,
    has: (name: string) => name.toLowerCase() in headers,
    forEach: (visit: (value: string, name: string) => void) =>
      Object.entries(headers).forEach(([name, value]) => {
        visit(value, name);
      }),
    entries,
    keys: () => Object.keys(headers)[Symbol.iterator](),
    values: () => Object.values(headers)[Symbol.iterator](),
    [Symbol.iterator]: entries,
  };
}

function toBody(source: ByteSource) {
  const cancel = async () => source.cancel();
  return {
    locked: false,
    getReader: () => ({ read: source.read, cancel, releaseLock() {} }),
    cancel,
    pipeThrough: (through: Parameters<ReadableStream<Uint8Array>['pipeThrough']>[0]) =>
      toStream(source).pipeThrough(through),
    pipeTo: (sink: WritableStream<Uint8Array>) => toStream(source).pipeTo(sink),
    tee: () => toStream(source).tee(),
    [Symbol.asyncIterator]: () => toStream(source)[Symbol.asyncIterator](),
  };
}

function toStream(source: ByteSource): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.read();
      if (done) controller.close();
      else controller.enqueue(value!);
    },
    cancel: () => source.cancel(),
  });
}
