import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Model } from '../../src/domain/model.ts';
import type { Request } from '../../src/domain/request.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { requestKeys } from '../../src/plan/request-keys.ts';

type Parts = { model: Model; request: Request; sent: { address?: string; seesCase?: boolean } };

const keyOf = ({ model, request, sent }: Parts) => requestKeys(model, sent)(request).key;

/** Anything that survives JSON, without what JSON itself takes for the same: -0 is 0. */
const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json) as fc.Arbitrary<Json>;
const map = fc.dictionary(fc.string(), json, { maxKeys: 4 });
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '","', 'x'.repeat(1023), 'x'.repeat(1024), `${'x'.repeat(2000)}y`, '\ud800', '\u0000'),
);
const message = fc.record({ role: fc.constantFrom('system', 'user', 'assistant'), content: text });
const parts: fc.Arbitrary<Parts> = fc.record({
  model: fc.record({
    name: fc.constant('m'),
    provider: text,
    id: text,
    settings: fc.constant({}),
    options: map,
  }),
  request: fc.record({
    messages: fc.array(message, { maxLength: 4 }),
    settings: map as fc.Arbitrary<Settings>,
    tools: fc.array(fc.record({ name: text, parameters: json }), { maxLength: 2 }),
    outputSchema: fc.option(json, { nil: undefined }),
    suite: fc.constant('s'),
    case: fc.record({ id: text, vars: map, meta: map }),
    repeat: fc.integer({ min: 1, max: 100 }),
  }),
  sent: fc.record({ address: fc.option(text, { nil: undefined }), seesCase: fc.boolean() }),
}) as fc.Arbitrary<Parts>;

/** All that an answer may depend on, as one JSON value. */
function told({ model, request, sent }: Parts): unknown {
  const { messages, settings, tools, outputSchema, case: one, repeat } = request;
  const fixed = [model.provider, model.id, sent.address, model.options, settings, tools, outputSchema];
  return sorted([...fixed.map((part) => part ?? 'none'), messages, sent.seesCase ? one : 'unseen', repeat, [outputSchema === undefined, sent.address === undefined]]); // biome-ignore format: a list
}

function sorted(value: unknown, turn = 1): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item, turn));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, item]) => [key, sorted(item, turn)] as const);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -turn : turn)));
}

test('requests that differ in anything have different keys, and only those', () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const isSame = JSON.stringify(told(one)) === JSON.stringify(told(other));
      expect(keyOf(one) === keyOf(other)).toBe(isSame);
      expect(keyOf(one)).toMatch(/^[\w-]{43}$/);
    }),
  );
});

test('one part that changes changes the key', () => {
  const changes: fc.Arbitrary<(from: Parts, other: Parts) => Parts> = fc.constantFrom(
    (from, { model }) => ({ ...from, model: { ...from.model, provider: model.provider } }),
    (from, { model }) => ({ ...from, model: { ...from.model, id: model.id } }),
    (from, { model }) => ({ ...from, model: { ...from.model, options: model.options } }),
    (from, { sent }) => ({ ...from, sent: { ...from.sent, address: sent.address } }),
    (from, { request }) => ({ ...from, request: { ...from.request, settings: request.settings } }),
    (from, { request }) => ({ ...from, request: { ...from.request, tools: request.tools } }),
    (from, { request }) => ({ ...from, request: { ...from.request, outputSchema: request.outputSchema } }),
    (from, { request }) => ({ ...from, request: { ...from.request, messages: request.messages } }),
    (from, { request }) => ({ ...from, request: { ...from.request, repeat: request.repeat } }),
    (from, { request }) => ({
      ...from,
      sent: { ...from.sent, seesCase: true },
      request: { ...from.request, case: request.case },
    }),
  );
  fc.assert(
    fc.property(parts, parts, changes, (from, other, change) => {
      const changed = change(from, other);
      const isSame = JSON.stringify(told(from)) === JSON.stringify(told(changed));
      expect(keyOf(from) === keyOf(changed)).toBe(isSame);
    }),
  );
});

test('the order of keys changes nothing', () => {
  fc.assert(
    fc.property(parts, (one) => {
      const { model, request, sent } = one;
      const turned = { model: sorted(model, -1), request: sorted(request, -1), sent } as Parts;
      expect(keyOf(turned)).toBe(keyOf(one));
    }),
  );
});

const model: Model = { name: 'm', provider: 'p', id: 'x', settings: {}, options: {} };
const request: Request = {
  messages: [{ role: 'user', content: 'Hello' }],
  settings: { temperature: 0 },
  tools: [],
  suite: 's',
  case: { id: 'c', vars: {}, meta: {} },
  repeat: 1,
};

test('every field of a message is a part of it', () => {
  // A field that is missing here belongs into request-key.ts first.
  const others: Required<Message> = { role: 'assistant', content: 'Bye' };
  for (const [field, value] of Object.entries(others)) {
    const messages = [{ ...request.messages[0]!, [field]: value }];
    expect(keyOf({ model, request: { ...request, messages }, sent: {} })).not.toBe(
      keyOf({ model, request, sent: {} }),
    );
  }
});

describe('what is no part of it', () => {
  test.each<[string, Partial<Model>, Partial<Request>]>([
    ['the name of the model', { name: 'other' }, {}],
    ['its price', { price: { input: 1, output: 2 } }, {}],
    ['the suite', {}, { suite: 'other' }],
    ['the case, where it is not sent', {}, { case: { id: 'other', vars: { a: 1 }, meta: {} } }],
    ['the prompt by name', {}, { prompt: 'refund@v3' }],
  ])('%s', (_, changed, asked) => {
    const key = keyOf({ model: { ...model, ...changed }, request: { ...request, ...asked }, sent: {} });
    expect(key).toBe(keyOf({ model, request, sent: {} }));
  });
});

describe('an arm', () => {
  const keys = requestKeys(model, { address: 'https://a.example/v1' });

  test('is digested once for the same settings, tools and schema, and anew for others', () => {
    const { arm } = keys(request);
    expect(keys({ ...request, messages: [], repeat: 2 }).arm).toBe(arm);
    expect(keys({ ...request, settings: { ...request.settings } }).arm).toEqual(arm);
    expect(keys({ ...request, tools: [{ name: 't', parameters: {} }] }).arm.digest).not.toBe(arm.digest);
    expect(keys({ ...request, outputSchema: {} }).arm.digest).not.toBe(arm.digest);
    expect(keys(request).arm).toEqual(arm);
  });

  test('tells its parts, but not what stands in headers and before an @', () => {
    const told = requestKeys(
      { ...model, options: { baseUrl: 'https://me:hunter22@a.example/v1', headers: { 'X-Team': 'red-42' } } },
      { address: 'https://me:hunter22@a.example/v1' },
    )(request).arm;
    expect(told.parts).toMatchObject({
      provider: 'p',
      model: 'x',
      address: 'https://a.example/v1'.replace('//', '//[redacted]@'),
      settings: { temperature: 0 },
    });
    expect(JSON.stringify(told)).not.toMatch(/hunter22|red-42/);
    expect(Object.keys((told.parts.options as { headers: object }).headers)).toEqual(['X-Team']);
  });
});
