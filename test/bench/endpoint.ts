// A chat completions endpoint that costs as little as possible: one fixed answer, whole or in five events.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const about = { id: 'chatcmpl-1', created: 1700000000, model: 'fixed-1', system_fingerprint: 'fp_1' };
const usage = { prompt_tokens: 20, completion_tokens: 9, total_tokens: 29 };
const message = { role: 'assistant', content: 'The item may be returned within 30 days.' };
const whole = JSON.stringify({ ...about, choices: [{ index: 0, message, finish_reason: 'stop' }], usage });

const event = (choices: object[], more = {}) => `data: ${JSON.stringify({ ...about, choices, ...more })}\n\n`;
const delta = (piece: object, finish_reason: string | null = null) =>
  event([{ index: 0, delta: piece, finish_reason }]);
const pieces = [
  delta({ role: 'assistant', content: '' }),
  delta({ content: 'The item ' }),
  delta({ content: 'may be returned ' }),
  delta({ content: 'within 30 days.' }),
  `${delta({}, 'stop')}${event([], { usage })}data: [DONE]\n\n`,
];

function stream(response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const next = (index: number) => {
    response.write(pieces[index]);
    if (index + 1 < pieces.length) setImmediate(next, index + 1);
    else response.end();
  };
  next(0);
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (bytes) => {
    body += bytes;
  });
  request.on('end', () => {
    if (body.includes('"stream":true')) return stream(response);
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(whole),
    });
    response.end(whole);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
