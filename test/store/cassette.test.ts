import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CassetteAnswer, CassetteModel, CassetteReply } from '../../src/domain/cassette.ts';
import type { Request } from '../../src/domain/request.ts';
import { cassetteRecorder, type Recording } from '../../src/store/cassette-recorder.ts';
import { type OpenCassette, readCassette } from '../../src/store/read-cassette.ts';
import { redactor } from '../../src/text/redactor.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evals-cassette-'));
  path = join(folder, 'x.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const secret = 'canary-7f3a9b';
const redact = redactor([secret]);
const plain = (text: string) => text;

const toModel = (name = 'm', more: Partial<CassetteModel['model']> = {}): CassetteModel => ({
  model: { name, provider: 'openai', id: 'gpt-5-mini', settings: {}, options: {}, ...more },
  seesCase: false,
});
const toRequest = (id: string, more: Partial<Request> = {}): Request => ({
  messages: [{ role: 'user', content: `Question ${id}` }],
  settings: {},
  tools: [],
  suite: 's',
  case: { id, vars: {}, meta: {} },
  repeat: 1,
  ...more,
});
const toAnswer = (text: string, more: Partial<CassetteAnswer> = {}): CassetteReply => ({
  answer: { text, toolCalls: [], finish: { unified: 'stop' }, usage: {}, served: {}, ...more },
});

type Asked = { asked?: CassetteModel; request: Request; reply: CassetteReply };

async function record(
  rows: readonly Asked[],
  {
    redact: take = redact,
    stays,
  }: { redact?: typeof plain; stays?: Parameters<ReturnType<typeof cassetteRecorder>['finish']>[0] } = {},
): Promise<Recording> {
  const made = cassetteRecorder({
    path,
    file: 'x.jsonl',
    side: join(folder, 'run', 'side.jsonl'),
    redact: take,
  });
  for (const { asked = toModel(), request, reply } of rows) made.add(asked, request, reply);
  const done = await made.finish(stays);
  if ('code' in done) throw new Error(done.message);
  return done;
}

async function open(take = plain): Promise<OpenCassette> {
  const { value, problems } = await readCassette({ path, file: 'x.jsonl', redact: take });
  if (!value) throw new Error(problems[0]!.message);
  return value;
}

async function refusal() {
  const { value, problems } = await readCassette({ path, file: 'x.jsonl', redact: plain });
  value?.close();
  return problems.map(({ code, message }) => ({ code, message }));
}

const written = () => readFileSync(path, 'utf8');
const lines = () =>
  written()
    .split('\n')
    .slice(1, -1)
    .map((line) => JSON.parse(line));

/** Asks, with a model of the name m unless told. */
async function ask(request: Request, asked = toModel()) {
  const cassette = await open();
  try {
    return cassette.answer(asked, request);
  } finally {
    cassette.close();
  }
}

describe('the file', () => {
  test('has a header, then entries by suite, case as people count, prompt, model and repeat; keys in one order', async () => {
    await record([
      { request: toRequest('c10'), reply: toAnswer('ten') },
      { request: toRequest('c2', { repeat: 2 }), reply: toAnswer('two, again') },
      { request: toRequest('c2', { prompt: 'p@v10' }), reply: toAnswer('v10') },
      { request: toRequest('c2', { prompt: 'p@v9' }), reply: toAnswer('v9') },
      { request: toRequest('c2'), reply: toAnswer('two') },
      { request: toRequest('c2', { suite: 'a' }), reply: toAnswer('first') },
      { asked: toModel('a'), request: toRequest('c2'), reply: toAnswer('model a') },
    ]);
    expect(written().split('\n')[0]).toBe('{"schemaVersion":1,"kind":"evals cassette"}');
    expect(lines().map(({ answer }) => answer.text)).toEqual([
      'first', 'model a', 'two', 'two, again', 'v9', 'v10', 'ten',
    ]); // biome-ignore format: a list
    expect(written().split('\n')[1]).toMatch(
      /^\{"suite":"a","case":"c2","model":"m","repeat":1,"digest":"[0-9a-f]{16}","request":\{"provider":"openai","model":"gpt-5-mini","options":\{\},"settings":\{\},"messages":\[\{"role":"user","content":"Question c2"\}\]\},"answer":\{"text":"first","toolCalls":\[\],"finish":\{"unified":"stop"\},"usage":\{\},"served":\{\}\}\}$/,
    );
  });

  test('is the same to the byte in whatever order, and with whatever ids, the same answers come', async () => {
    const call = (id: string) => ({
      toolCalls: [{ id, name: 'look_up', arguments: { order: 12, by: 'id' } }],
      served: { model: 'served-1', requestId: id, fingerprint: id },
      usage: { input: 20, output: 9, reasoning: 3, cached: id.length },
    });
    const rows = (id: string) =>
      Array.from({ length: 30 }, (_, at) => ({
        request: toRequest(`c${at % 10}`, { repeat: 1 + Math.floor(at / 10) }),
        reply: toAnswer(`answer ${at}`, call(`${id}${at}`)),
      }));
    await record(rows('a'));
    const first = written();
    await record(rows('longer').reverse());
    expect(written()).toBe(first);
    expect(first).not.toContain('longer');
  });

  test('holds a long text, long tools and a long schema once, and gives them back whole', async () => {
    const content = 'Policy. '.repeat(1000);
    const tools = [{ name: 'look_up', description: 'd'.repeat(2000), parameters: { type: 'object' } }];
    const more = {
      messages: [
        { role: 'system' as const, content },
        { role: 'user' as const, content: 'q' },
      ],
      tools,
      outputSchema: { type: 'string', description: 'e'.repeat(2000) },
    };
    const rows = ['a', 'b', 'c'].map((id) => ({ request: toRequest(id, more), reply: toAnswer(id) }));
    await record(rows);
    expect(written().split(content)).toHaveLength(2);
    expect(written().length).toBeLessThan(8000 + 2000 + 2000 + 3 * 600);
    for (const { request, reply } of rows) expect(await ask(request)).toMatchObject(reply);
    expect(await ask({ ...rows[0]!.request, tools: [{ ...tools[0]!, name: 'other' }] })).toMatchObject({
      message: expect.stringContaining('tools[0].name was "look_up" and is "other" now'),
    });
  });

  test('leaves no other file behind, and replaces what was there', async () => {
    await record([{ request: toRequest('a'), reply: toAnswer('old') }]);
    await record([{ request: toRequest('b'), reply: toAnswer('new') }]);
    expect(lines().map(({ case: one }) => one)).toEqual(['b']);
    expect(statSync(join(folder, 'run', 'side.jsonl'), { throwIfNoEntry: false })).toBeUndefined();
    expect(statSync(`${path}.new`, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('keeps of the earlier entries those that are to stay, but not for a request that was asked again', async () => {
    await record([
      { request: toRequest('a'), reply: toAnswer('old a') },
      { request: toRequest('b'), reply: toAnswer('old b') },
      { request: toRequest('a', { suite: 't' }), reply: toAnswer('old t') },
    ]);
    const again = await record([{ request: toRequest('a'), reply: toAnswer('new a') }], {
      stays: ({ suite }) => suite === 's',
    });
    expect(lines().map(({ answer }) => answer.text)).toEqual(['new a', 'old b']);
    expect(again).toMatchObject({ answers: 1, kept: 1 });
  });

  test('that cannot be written is a problem, and the old one stays', async () => {
    await record([{ request: toRequest('a'), reply: toAnswer('old') }]);
    const before = written();
    const blocked = cassetteRecorder({
      path: join(path, 'below'),
      file: 'x.jsonl',
      side: join(folder, 's'),
      redact,
    });
    blocked.add(toModel(), toRequest('a'), toAnswer('new'));
    expect(await blocked.finish()).toMatchObject({ code: 'cassette-not-written' });
    expect(written()).toBe(before);
  });
});

describe('what is asked is found', () => {
  test('with its tool calls, usage, warnings and the model that served', async () => {
    const reply = toAnswer('hi', {
      toolCalls: [{ name: 'f', arguments: { b: [1, null], a: 'x' } }],
      finish: { unified: 'tool-calls', raw: 'tool_use' },
      usage: { input: 3, output: 2, reasoning: 1 },
      served: { model: 'gpt-5-mini-2025' },
      warnings: ['seed is not used'],
    });
    await record([{ request: toRequest('a'), reply }]);
    expect(await ask(toRequest('a'))).toMatchObject(reply);
  });

  test('a failure too, without what differs from one time to the next', async () => {
    const failure = {
      kind: 'server' as const, message: 'openai answered 500', status: 500, retryable: true,
      body: 'request 17', retryAfterMs: 1700,
    }; // biome-ignore format: a record
    await record([{ request: toRequest('a'), reply: { failure } }]);
    const found = await ask(toRequest('a'));
    expect(found).toMatchObject({
      failure: { kind: 'server', message: 'openai answered 500', status: 500, retryable: true },
    });
    expect(written()).not.toMatch(/request 17|1700/);
  });

  test('each repeat, each prompt version and each suite has its own answer to the same words', async () => {
    const rows = ['s', 't'].flatMap((suite) =>
      ['p@v1', 'p@v2'].flatMap((prompt) =>
        [1, 2, 3].map((repeat) => ({
          request: toRequest('a', { suite, prompt, repeat, messages: [{ role: 'user', content: 'same' }] }),
          reply: toAnswer(`${suite} ${prompt} ${repeat}`),
        })),
      ),
    );
    await record(rows);
    for (const { request, reply } of rows) expect(await ask(request)).toMatchObject(reply);
  });

  test('under another name of its case, suite or model: the request is the same', async () => {
    await record([{ request: toRequest('a'), reply: toAnswer('yes') }]);
    const renamed = toRequest('b', { suite: 't', messages: toRequest('a').messages });
    expect(await ask(renamed, toModel('fast'))).toMatchObject(toAnswer('yes'));
  });

  test('with every sign that a text may hold', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '\u2028',
        '\u2029',
        '\ud800',
        '\udc00x',
        '\r\n',
        '\0',
        '"}',
        '[redacted]',
        'é',
        'e\u0301',
      ),
      fc.string({ maxLength: 20 }).map((part) => part.repeat(100)),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (id, content, answer) => {
        const request = toRequest(id, { messages: [{ role: 'user', content }] });
        await record([{ request, reply: toAnswer(answer) }]);
        expect(written().split('\n').filter(Boolean).length).toBeLessThanOrEqual(3);
        expect(written()).not.toMatch(/[\u2028\u2029]/);
        expect(await ask(request)).toMatchObject(toAnswer(answer));
      }),
      { numRuns: 60 },
    );
  });

  test('as the case it is made of, where the provider sees the case', async () => {
    const asked = { ...toModel(), seesCase: true };
    const request = (vars: Request['case']['vars']) => toRequest('a', { case: { id: 'a', vars, meta: {} } });
    await record([{ asked, request: request({ q: 1 }), reply: toAnswer('one') }]);
    expect(await ask(request({ q: 1 }), asked)).toMatchObject(toAnswer('one'));
    expect(await ask(request({ q: 2 }), asked)).toMatchObject({
      message: expect.stringContaining('case.vars.q was 1 and is 2 now'),
    });
  });

  test('a line that became longer by a checkout with CRLF is read, and the next recording has LF again', async () => {
    await record([{ request: toRequest('a'), reply: toAnswer('yes') }]);
    const before = written();
    writeFileSync(path, before.replaceAll('\n', '\r\n'));
    expect(await ask(toRequest('a'))).toMatchObject(toAnswer('yes'));
    await record([], { stays: () => true });
    expect(written()).toBe(before);
  });
});

describe('what is not in it', () => {
  const long = (word: string) =>
    `${'Be polite and brief. '.repeat(100)}Refunds take ${word} days.${' Thank you.'.repeat(50)}`;
  const system = (word: string) => [
    { role: 'system' as const, content: long(word) },
    { role: 'user' as const, content: 'q' },
  ];
  test.each([
    {
      name: 'a text',
      now: { messages: [{ role: 'user' as const, content: 'Question b' }] },
      says: 'messages[0].content was "Question a" and is "Question b" now',
    },
    {
      name: 'a setting',
      now: { settings: { temperature: 1 } },
      says: 'settings.temperature was nothing and is 1 now',
    },
    {
      name: 'a tool',
      now: { tools: [{ name: 'f', parameters: {} }] },
      says: 'tools was nothing and is [{"name":"f","parameters":{}}] now',
    },
    {
      name: 'a schema',
      now: { outputSchema: { type: 'string' } },
      says: 'outputSchema was nothing and is {"type":"string"} now',
    },
    { name: 'a repeat', now: { repeat: 2 }, says: 'repeat was 1 and is 2 now' },
    {
      name: 'another letter for the eye alone',
      now: { messages: [{ role: 'user' as const, content: 'Question\u00a0a' }] },
      says: 'Question a" and is "Question\u00a0a"',
    },
  ])('differs: $name', async ({ now, says }) => {
    await record([{ request: toRequest('a'), reply: toAnswer('yes') }]);
    expect(await ask(toRequest('a', now))).toMatchObject({
      code: 'not-in-cassette',
      message: expect.stringContaining(says),
      hint: expect.stringContaining('evals run --record x.jsonl'),
    });
  });

  test('differs in one word of a long text: what stands around it', async () => {
    await record([{ request: toRequest('a', { messages: system('30') }), reply: toAnswer('yes') }]);
    expect(await ask(toRequest('a', { messages: system('14') }))).toMatchObject({
      message: expect.stringMatching(
        /messages\[0\]\.content was "….{0,20}take 30 days\..*…" and is "….{0,20}take 14 days\./,
      ),
    });
  });

  test('differs in the model id, or was never recorded', async () => {
    await record([{ request: toRequest('a'), reply: toAnswer('yes') }]);
    expect(await ask(toRequest('a'), toModel('m', { id: 'gpt-6' }))).toMatchObject({
      message: expect.stringContaining(
        's/a (m) is not in the cassette "x.jsonl": model was "gpt-5-mini" and is "gpt-6" now',
      ),
    });
    expect(await ask(toRequest('new'))).toMatchObject({
      message: expect.stringContaining('nothing was recorded for this case'),
    });
  });

  test('what nobody asks for any more is counted', async () => {
    await record(['a', 'b', 'c'].map((id) => ({ request: toRequest(id), reply: toAnswer(id) })));
    const cassette = await open();
    expect(cassette.has(toModel(), toRequest('a'))).toBe(true);
    expect(cassette.unused(() => true)).toBe(2);
    expect(cassette.unused(({ suite }) => suite === 't')).toBe(0);
    cassette.close();
  });
});

describe('secrets', () => {
  const everywhere = toRequest(`id-${secret}`, {
    messages: [
      { role: 'system', content: `${'long '.repeat(500)} ${secret}` },
      { role: 'user', content: `Mine is ${secret}, and ${encodeURIComponent(secret)}` },
    ],
    tools: [{ name: 'f', description: secret, parameters: { [secret]: secret } }],
    outputSchema: { const: secret },
    case: { id: `id-${secret}`, vars: { [secret]: [secret] }, meta: { k: secret } },
  });
  const asked: CassetteModel = {
    ...toModel('m', { options: { headers: { 'x-key': secret } }, settings: {} }),
    seesCase: true,
  };

  test('reach the file in no part of request, answer or failure, and the replay finds both all the same', async () => {
    const done = await record([
      {
        asked,
        request: everywhere,
        reply: toAnswer(`It is ${secret}`, {
          warnings: [secret],
          toolCalls: [{ name: 'f', arguments: { k: secret } }],
        }),
      },
      {
        asked,
        request: { ...everywhere, repeat: 2 },
        reply: { failure: { kind: 'server', message: secret, retryable: false } },
      },
    ]);
    expect(written()).not.toContain(secret);
    expect(done.redacted).toBe(2);
    expect(await ask(everywhere, asked)).toMatchObject({ answer: { text: 'It is [redacted]' } });
    expect(await ask({ ...everywhere, repeat: 2 }, asked)).toMatchObject({ failure: { kind: 'server' } });
  });

  test('that only the replaying side knows change nothing', async () => {
    await record([{ request: toRequest('a'), reply: toAnswer('yes') }], { redact: plain });
    const cassette = await open(redactor(['Question']));
    expect(cassette.answer(toModel(), toRequest('a'))).toMatchObject(toAnswer('yes'));
    expect(cassette.missing(toModel(), toRequest('a', { settings: { seed: 1 } })).message).toContain('seed');
    expect(
      cassette.missing(toModel(), toRequest('a', { messages: [{ role: 'user', content: 'Question b' }] }))
        .message,
    ).not.toContain('Question');
    cassette.close();
  });

  test('a changed text with a secret in it is another request', async () => {
    await record([{ asked, request: everywhere, reply: toAnswer('yes') }]);
    const other = {
      ...everywhere,
      messages: [everywhere.messages[0]!, { role: 'user' as const, content: `Yours is ${secret}` }],
    };
    expect(await ask(other, asked)).toMatchObject({ code: 'not-in-cassette' });
  });

  test('a word of our own format as a secret breaks nothing', async () => {
    await record([{ request: toRequest('a'), reply: toAnswer('stop user openai') }], {
      redact: redactor(['stop', 'user', 'openai', 'server']),
    });
    expect(await ask(toRequest('a'))).toMatchObject({ answer: { finish: { unified: 'stop' } } });
  });
});

describe('a file that is not right', () => {
  const recorded = () => record(['a', 'b'].map((id) => ({ request: toRequest(id), reply: toAnswer(id) })));
  const edit = (change: (text: string) => string) => writeFileSync(path, change(written()));

  test('is not there', async () => {
    expect(await refusal()).toMatchObject([{ code: 'no-cassette' }]);
  });
  test.each([
    ['empty', () => '', 'not-a-cassette'],
    ['something else', () => '{"id":"a","output":"b"}\n', 'not-a-cassette'],
    ['bytes', () => '\0\u00ff\n', 'not-a-cassette'],
    ['newer', (text: string) => text.replace('"schemaVersion":1', '"schemaVersion":2'), 'newer-cassette'],
    ['cut off', (text: string) => text.slice(0, -30), 'torn-cassette'],
    ['edited in a request', (text: string) => text.replace('Question b', 'Question c'), 'edited-cassette'],
    [
      'edited in a digest',
      (text: string) => text.replace(/"digest":"..../, '"digest":"0000'),
      'edited-cassette',
    ],
    [
      'a merge conflict',
      (text: string) => text.replace('{"suite"', '<<<<<<< HEAD\n{"suite"'),
      'edited-cassette',
    ],
    ['an entry without an answer', (text: string) => text.replace('"answer"', '"anwser"'), 'edited-cassette'],
    [
      'an answer of another shape',
      (text: string) => text.replace('"text":"a"', '"text":1'),
      'edited-cassette',
    ],
  ])('%s', async (_, change, code) => {
    await recorded();
    edit(change);
    expect(await refusal()).toMatchObject([{ code }]);
  });

  test('refers to a text that is gone', async () => {
    await record([
      {
        request: toRequest('a', { messages: [{ role: 'user', content: 'x'.repeat(2000) }] }),
        reply: toAnswer('a'),
      },
    ]);
    edit((text) => text.replace(/^\{"text".*\n/m, ''));
    expect(await refusal()).toMatchObject([
      { code: 'edited-cassette', message: expect.stringContaining('Line 2') },
    ]);
  });

  test('a last line feed that an editor dropped is no fault', async () => {
    await recorded();
    edit((text) => text.trimEnd());
    expect(await refusal()).toEqual([]);
    expect(await ask(toRequest('b'))).toMatchObject(toAnswer('b'));
  });

  test('an answer that was changed while it was replayed is told', async () => {
    await recorded();
    const cassette = await open();
    edit((text) => text.replace('Question a', 'Question z'));
    expect(cassette.answer(toModel(), toRequest('a'))).toMatchObject({ code: 'edited-cassette' });
    cassette.close();
  });
});

test('3,000 entries of ten thousand characters each take no memory to speak of', async () => {
  const answer = 'A sentence of an answer. '.repeat(400);
  const made = cassetteRecorder({ path, file: 'x.jsonl', side: join(folder, 's'), redact });
  for (let at = 0; at < 3000; at++) made.add(toModel(), toRequest(`c${at}`), toAnswer(`${answer}${at}`));
  const before = process.memoryUsage().heapUsed;
  await made.finish();
  expect(statSync(path).size).toBeGreaterThan(30_000_000);
  const cassette = await open();
  expect(cassette.count).toBe(3000);
  expect(cassette.answer(toModel(), toRequest('c2999'))).toMatchObject(toAnswer(`${answer}2999`));
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(60);
  cassette.close();
}, 30_000);
