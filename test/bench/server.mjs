// A chat completions server in a process of its own. Prints its port. LATENCY=lognormal waits, median 300 ms, sigma 0.6.
import { createServer } from 'node:http';

const whole = JSON.stringify({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_700_000_000,
  model: 'bench-1',
  system_fingerprint: 'fp_1',
  choices: [{ index: 0, message: { role: 'assistant', content: 'delivery' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 40, completion_tokens: 2, total_tokens: 42 },
});
const chunk = (delta, finish = null) =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'bench-1', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
const stream = [
  chunk({ role: 'assistant', content: '' }),
  chunk({ content: 'deli' }),
  chunk({ content: 'very' }),
  chunk({}, 'stop'),
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'bench-1', choices: [], usage: { prompt_tokens: 40, completion_tokens: 2, total_tokens: 42 } })}\n\n`,
  'data: [DONE]\n\n',
].join('');

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
      const isStream = Buffer.concat(chunks).includes('"stream":true');
      const answer = () => {
        response.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'application/json' });
        response.end(isStream ? stream : whole);
      };
      if (isSlow) setTimeout(answer, latencyOf(requests++));
      else answer();
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}
