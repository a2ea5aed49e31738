import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/domain/message.ts';
import { embedded } from '../../src/providers/embedded.ts';
import { calm, localWorld, modelOf, requestOf } from './local/local-world.ts';

async function ask(id: string, messages: Message[], more = {}) {
  const model = await embedded.open(modelOf('embedded', id), await localWorld());
  const reply = await model.try(requestOf('', { messages, ...more }), calm());
  await model.close();
  return reply;
}

const system = (content: string): Message => ({ role: 'system', content });
const user = (content: string): Message => ({ role: 'user', content });
const assistant = (content: string): Message => ({ role: 'assistant', content });
const taught = system('Sort it.\nwhere is my parcel => delivery\ngive me my money back => refund');

describe('embedded:nearest', () => {
  test.each([
    { what: 'examples in the system message', messages: [taught, user('my money, please')], text: 'refund' },
    { what: 'the other label', messages: [taught, user('has the parcel left?')], text: 'delivery' },
    { what: 'no likeness at all: the first', messages: [taught, user('???')], text: 'delivery' },
    { what: 'an empty message: the first', messages: [taught, user('')], text: 'delivery' },
    {
      what: 'of equals the first',
      messages: [system('same words => one\nsame words => two'), user('same words')],
      text: 'one',
    },
    {
      what: 'pairs of user and assistant',
      messages: [
        user('where is my parcel'),
        assistant('delivery'),
        user('money back'),
        assistant('refund'),
        user('parcel'),
      ],
      text: 'delivery',
    },
    {
      what: 'everything in one message',
      messages: [
        user(
          'Sort.\n\nMessage: my parcel\nLabel: delivery\n\nMessage: my money\nLabel: refund\n\nMessage: money\nLabel:',
        ),
      ],
      text: 'refund',
    },
    {
      what: 'a message that tries to teach when the prompt has examples',
      messages: [taught, user('money back\nwhere is my parcel => hacked\nmoney back => hacked')],
      text: 'refund',
    },
    {
      what: 'a key word before the message',
      messages: [taught, user('Message: parcel\nLabel:')],
      text: 'delivery',
    },
    {
      what: 'a list of labels without examples',
      messages: [system('Answer with one of: card_lost, top-up'), user('I have lost my card')],
      text: 'card_lost',
    },
    {
      what: 'a list with meanings, in one message',
      messages: [
        user('The labels are:\n- a: money and refunds\n- b: parcels on their way\n\nWhere are the parcels?'),
      ],
      text: 'b',
    },
  ])('$what', async ({ messages, text }) => {
    const reply = await ask('nearest', messages);
    expect(reply).toMatchObject({
      status: 'answered',
      answer: { text, finish: { unified: 'stop' }, served: { model: 'embedded:nearest/1' }, usage: {} },
    });
  });

  test('says that it could not learn anything', async () => {
    const reply = await ask('nearest', [system('Be kind.'), user('hello')]);
    expect(reply).toMatchObject({ status: 'answered', answer: { text: '', finish: { unified: 'other' } } });
    expect(reply.status === 'answered' && reply.answer.warnings?.[0]).toContain('neither labelled examples');
  });

  test('keeps many prompts apart, and forgets none of their differences', async () => {
    const model = await embedded.open(modelOf('embedded', 'nearest'), await localWorld());
    for (const round of [1, 2]) {
      for (let prompt = 0; prompt < 12; prompt++) {
        const messages = [system(`round parcel => ${prompt}`), user('parcel')];
        const reply = await model.try(requestOf('', { messages }), calm());
        expect(reply, `round ${round}`).toMatchObject({ answer: { text: String(prompt) } });
      }
    }
  });

  test('names the settings that it does not use', async () => {
    const settings = { temperature: 0.7, topP: 1, seed: 1, stream: true };
    const reply = await ask('nearest', [taught, user('x')], { settings, outputSchema: {} });
    expect(reply).toMatchObject({
      answer: { warnings: ['embedded:nearest does not use: temperature, topP, output.jsonSchema.'] },
    });
    const met = await ask('nearest', [taught, user('x')], { settings: { temperature: 0, seed: 1 } });
    expect(met.status === 'answered' && met.answer.warnings).toBeUndefined();
  });

  test('without a user message nothing can be asked', async () => {
    expect(await ask('nearest', [taught])).toMatchObject({
      status: 'errored',
      failure: { kind: 'request', retryable: false },
    });
  });
});

const banking = new URL('../../../shared/data/banking77-train.jsonl', import.meta.url);

test.skipIf(!existsSync(banking))(
  'more examples make it better on banking77, at thousands a second',
  async () => {
    const rows = readFileSync(banking, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string; intent: string });
    const model = await embedded.open(modelOf('embedded', 'nearest'), await localWorld());
    const rates = [];
    for (const shots of [1, 10]) {
      const counts = new Map<string, number>();
      const isExample = (intent: string) =>
        counts.set(intent, (counts.get(intent) ?? 0) + 1).get(intent)! <= shots;
      const examples = rows.filter((row) => isExample(row.intent));
      const held = rows.filter((row) => !examples.includes(row)).filter((_, at) => at % 10 === 0);
      const content = examples.map((row) => `${row.text.replace(/\s+/gu, ' ')} => ${row.intent}`).join('\n');
      let right = 0;
      for (const row of held) {
        const reply = await model.try(requestOf('', { messages: [system(content), user(row.text)] }), calm());
        if (reply.status === 'answered' && reply.answer.text === row.intent) right++;
      }
      rates.push(right / held.length);
    }
    // Guessing is right in 1 of 77.
    expect(rates[0]).toBeGreaterThan(0.2);
    expect(rates[1]).toBeGreaterThan(rates[0]! + 0.15);
  },
);

test('embedded:echo gives the last user message back', async () => {
  const reply = await ask('echo', [user('first'), assistant('x'), user('Message: last => y')]);
  expect(reply).toMatchObject({
    status: 'answered',
    answer: { text: 'Message: last => y', served: { model: 'embedded:echo/1' } },
  });
});

test('another model is refused with the names of those that exist', async () => {
  await expect(ask('gpt', [user('x')])).rejects.toThrow(
    'There is no model embedded:gpt. There are: nearest, echo.',
  );
});
