// A chat completions server in a process of its own. Prints its port. LATENCY=lognormal waits, median 300 ms, sigma 0.6.
import { createServer } from 'node:http';

const usage = { prompt_tokens: 40, completion_tokens: 2, total_tokens: 42 };
const base = (model, object) => ({ id: 'chatcmpl-1', object, created: 1_700_000_000, model });

/** What a server does for an answer: the request is read as JSON, and the answer is made of it. */
function answer(request, response) {
  const { model, stream } = JSON.parse(request);
  if (!stream) {
    response.writeHead(200, { 'content-type': 'application/json' });
    const choices = [
      { index: 0, message: { role: 'assistant', content: 'delivery' }, finish_reason: 'stop' },
    ];
    return response.end(JSON.stringify({ ...base(model, 'chat.completion'), choices, usage }));
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const write = (rest) =>
    response.write(`data: ${JSON.stringify({ ...base(model, 'chat.completion.chunk'), ...rest })}\n\n`);
  const say = (delta, finish_reason = null) => write({ choices: [{ index: 0, delta, finish_reason }] });
  say({ role: 'assistant', content: '' });
  say({ content: 'deli' });
  say({ content: 'very' });
  say({}, 'stop');
  write({ choices: [], usage });
  return response.end('data: [DONE]\n\n');
}

/** A wait that depends on the request's number alone, so that a list schedule can be computed for the same waits. */
export function latencyOf(number) {
  let state = (number * 2_654_435_761) >>> 0;
  const uniform = () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
  const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return 300 * Math.exp(0.6 * normal);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const isSlow = process.env.LATENCY === 'lognormal';
  let requests = 0;
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (part) => chunks.push(part));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      if (isSlow) setTimeout(answer, latencyOf(requests++), text, response);
      else answer(text, response);
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}
