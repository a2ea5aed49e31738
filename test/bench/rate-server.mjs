// A chat completions server in a process of its own that keeps to a limit. Prints its port; `/counts` tells what it did.
// SIZE and PER_SECOND are its token bucket, HEADERS is `openai`, `anthropic`, `plain`, `retry-after` or nothing,
// LATENCY the milliseconds of an answer.
import { createServer } from 'node:http';
import { rateHeaders } from '../servers/rate-headers.mjs';
import { bucketLaw } from '../servers/rate-laws.mjs';

const { SIZE = '50', PER_SECOND = '50', HEADERS = '', LATENCY = '20' } = process.env;
const law = bucketLaw(Number(SIZE), Number(PER_SECOND));
const paid = new Map();
/** Milliseconds after the first request at which each was let in or refused. */
const times = { paid: [], refused: [] };
let first;

const usage = { prompt_tokens: 40, completion_tokens: 2, total_tokens: 42 };
const message = { role: 'assistant', content: 'delivery' };
const whole = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_700_000_000,
  model: 'bench',
  choices: [{ index: 0, message, finish_reason: 'stop' }],
  usage,
};

function rule(body, response) {
  const now = performance.now();
  first ??= now;
  const ruling = law.admit(now);
  const headers = { 'content-type': 'application/json', ...rateHeaders(HEADERS, ruling, new Date()) };
  times[ruling.isAdmitted ? 'paid' : 'refused'].push(now - first);
  if (!ruling.isAdmitted)
    return response.writeHead(429, headers).end(JSON.stringify({ error: { message: 'Rate limit reached' } }));
  const question = JSON.parse(body).messages.at(-1).content;
  paid.set(question, (paid.get(question) ?? 0) + 1);
  setTimeout(() => response.writeHead(200, headers).end(JSON.stringify(whole)), Number(LATENCY));
}

const server = createServer((request, response) => {
  if (request.url.endsWith('/counts')) {
    const twice = [...paid.values()].filter((count) => count > 1).length;
    const late = (list) => list.filter((ms) => ms > 3000).length;
    const answers = times.paid.length + times.refused.length;
    const lateAnswers = late(times.paid) + late(times.refused);
    return response.end(
      JSON.stringify({
        questions: paid.size,
        twice,
        idealMs: law.idealMs(paid.size),
        refused: times.refused.length / answers,
        refusedLate: lateAnswers === 0 ? 0 : late(times.refused) / lateAnswers,
      }),
    );
  }
  const chunks = [];
  request.on('data', (part) => chunks.push(part));
  request.on('end', () => rule(Buffer.concat(chunks).toString(), response));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
