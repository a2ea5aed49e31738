import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Model } from '../../src/domain/model.ts';
import { exec } from '../../src/providers/exec.ts';
import { calm, localWorld, modelOf, requestOf } from './local/local-world.ts';

// Answers by what the message says; `$` stands for the id.
const bot = `
import { createInterface } from 'node:readline';
import { appendFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
appendFileSync('started', process.pid + '\\n');
const say = (value) => process.stdout.write(value + '\\n');
let calls = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const { id, prompt } = request;
  calls++;
  if (prompt === 'die') { console.error('a warning\\nout of memory'); process.exit(7); }
  else if (prompt === 'killed') process.kill(process.pid, 'SIGKILL');
  else if (prompt === 'hang') { process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); }
  else if (prompt === 'child') {
    const beat = "setInterval(() => require('node:fs').appendFileSync('beats', '.'), 10)";
    spawn(process.execPath, ['-e', beat], { stdio: 'ignore' });
    say(JSON.stringify({ id, text: '' }));
  }
  else if (prompt === 'slow') setTimeout(() => say(JSON.stringify({ id, text: 'slow' })), 200);
  else if (prompt.startsWith('say ')) say(prompt.slice(4).replaceAll('$', id));
  else if (prompt === 'request') say(JSON.stringify({ id, text: JSON.stringify(request) }));
  else say(JSON.stringify({ id, text: prompt + ' ' + calls + ' ' + process.pid }));
}
`;

async function openBot(
  options: Model['options'] = { processes: 1 },
  command = `"${process.execPath}" 'my bot.mjs'`,
) {
  const world = await localWorld({ 'my bot.mjs': bot });
  const model = await exec.open(modelOf('exec', command, options), world);
  const ask = (text: string, signal = calm()) => model.try(requestOf(text), signal);
  const text = async (message: string) => {
    const reply = await ask(message);
    return reply.status === 'answered' ? reply.answer.text : reply.failure.message;
  };
  const started = async () =>
    (await readFile(path.join(world.root, 'started'), 'utf8')).trim().split('\n').length;
  return { model, ask, text, started, world };
}

test('one process answers line by line, and is told of the whole request', async () => {
  const { model, ask, text, started } = await openBot();
  expect(await text('one')).toMatch(/^one 1 \d+$/);
  expect(await text('two\u2028\n')).toMatch(/^two\u2028\n 2 \d+$/);
  const reply = await model.try(
    requestOf('request', { case: { id: 'c', vars: { a: 1 }, meta: { b: 2 } }, settings: { temperature: 0 } }),
    calm(),
  );
  expect(JSON.parse(reply.status === 'answered' ? reply.answer.text : '')).toEqual({
    id: 3,
    messages: [{ role: 'user', content: 'request' }],
    prompt: 'request',
    vars: { a: 1 },
    settings: { temperature: 0 },
    tools: [],
    case: { id: 'c', meta: { b: 2 } },
  });
  expect(await ask('say {"id":$,"text":"x","usage":{"input":4},"model":"m","extra":1}')).toMatchObject({
    answer: { text: 'x', usage: { input: 4 }, served: { model: 'm' }, finish: { unified: 'stop' } },
  });
  expect(await started()).toBe(1);
  await model.close();
});

test.each([
  { line: 'hello', kind: 'protocol', retryable: true, message: 'wrote a line that is not JSON' },
  { line: '[1]', kind: 'protocol', retryable: true, message: 'wrote a line that is no JSON object' },
  { line: '{"text":"x"}', kind: 'protocol', retryable: true, message: 'wrote a line whose id is not 1' },
  { line: '{"id":$}', kind: 'protocol', retryable: true, message: 'wrote an answer without a text' },
  {
    line: '{"id":$,"text":5}',
    kind: 'protocol',
    retryable: true,
    message: 'an answer whose text cannot be read',
  },
  {
    line: '{"id":$,"error":5}',
    kind: 'protocol',
    retryable: true,
    message: 'wrote an error that is not a text',
  },
  {
    line: '{"id":$,"error":"no\tluck"}',
    kind: 'protocol',
    retryable: true,
    message: 'a line that is not JSON',
  },
  {
    line: '{"id":$,"error":"no luck"}',
    kind: 'server',
    retryable: false,
    message: 'answered with an error: no luck',
  },
  {
    line: '{"id":$,"error":"busy","retryable":true}',
    kind: 'server',
    retryable: true,
    message: 'error: busy',
  },
])('a process that says $line', async ({ line, kind, retryable, message }) => {
  const { model, ask, text, started } = await openBot();
  const reply = await ask(`say ${line}`);
  expect(reply).toMatchObject({ status: 'errored', failure: { kind, retryable } });
  expect(reply.status === 'errored' && reply.failure.message).toContain(message);
  expect(await text('again')).toMatch(/^again \d \d+$/);
  // What is said inside of the protocol does not cost a process; anything else does.
  expect(await started()).toBe(kind === 'server' ? 1 : 2);
  await model.close();
});

test.each([
  { what: 'die', message: 'ended with code 7 before it answered: out of memory' },
  { what: 'killed', message: 'ended with signal SIGKILL before it answered' },
])('a process that is gone is started anew: $what', async ({ what, message }) => {
  const { model, ask, text, started } = await openBot();
  const reply = await ask(what);
  expect(reply).toMatchObject({ status: 'errored', failure: { kind: 'connection', retryable: true } });
  expect(reply.status === 'errored' && reply.failure.message).toContain(message);
  expect(await text('again')).toMatch(/^again 1 \d+$/);
  expect(await started()).toBe(2);
  await model.close();
});

test('as many at a time as there are processes, and never two in one', async () => {
  const { model, ask, started } = await openBot({ processes: 3 });
  expect(model.concurrency).toBe(3);
  const replies = await Promise.all(Array.from({ length: 9 }, () => ask('slow')));
  for (const reply of replies) expect(reply).toMatchObject({ status: 'answered', answer: { text: 'slow' } });
  expect(await started()).toBe(3);
  await model.close();
});

test('a deadline ends the process, also while others wait for it', async () => {
  const { model, ask, text } = await openBot();
  const [hanging, waiting] = await Promise.all([
    ask('hang', AbortSignal.timeout(300)),
    ask('next', AbortSignal.timeout(200)),
  ]);
  expect(hanging).toMatchObject({ status: 'errored', failure: { kind: 'timeout', retryable: true } });
  expect(waiting).toMatchObject({ status: 'errored', failure: { kind: 'timeout' } });
  expect(await text('after')).toMatch(/^after 1 \d+$/);
  await model.close();
});

test('close ends what the command has started as well', async () => {
  const { model, text, world } = await openBot();
  await text('child');
  const beats = () => readFile(path.join(world.root, 'beats'), 'utf8').catch(() => '');
  while ((await beats()) === '') await sleep(20);
  await model.close();
  const atClose = await beats();
  await sleep(150);
  expect(await beats()).toBe(atClose);
});

test('a program that is not there', async () => {
  const { model, ask, world } = await openBot({}, './no-such-bot --x');
  expect(await ask('x')).toMatchObject({
    status: 'errored',
    failure: { kind: 'request', retryable: false, message: expect.stringContaining('could not be started') },
  });
  await model.close();
  const check = (id: string) => exec.check?.(modelOf('exec', id), world);
  expect(await check('./no-such-bot --x')).toEqual([
    'exec:./no-such-bot --x: there is no program ./no-such-bot',
  ]);
  expect(await check('no-such-program-anywhere')).toHaveLength(1);
  expect(await check(`"${process.execPath}" x`)).toEqual([]);
  expect(await check('bot "')).toEqual(['exec:bot ": the command is empty, or a quote in it is not closed']);
});

test.each<{ command: string; options: Model['options']; message: string }>([
  { command: '  ', options: {}, message: 'the command is empty' },
  { command: 'bot "x', options: {}, message: 'a quote in it is not closed' },
  { command: 'bot', options: { processes: 0 }, message: 'processes' },
  { command: 'bot', options: { proceses: 1 }, message: 'proceses' },
])('$command with $options cannot be opened', async ({ command, options, message }) => {
  await expect(openBot(options, command)).rejects.toThrow(message);
});
