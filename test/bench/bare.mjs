// The bare loop that everything is compared with: undici.request, 50 at a time, the answer parsed and nothing more.
import { Agent, request } from 'undici';

const [, , url, count, stream] = process.argv;
const dispatcher = new Agent({ connections: 50 });
const body = (index) =>
  JSON.stringify({
    model: 'bench',
    stream: stream === 'stream',
    messages: [
      { role: 'system', content: 'Answer with one label.' },
      { role: 'user', content: `Where is my parcel number ${index}?` },
    ],
  });
let next = 0;
const worker = async () => {
  for (let index = next++; index < Number(count); index = next++) {
    const answer = await request(`${url}/chat/completions`, {
      method: 'POST',
      dispatcher,
      headers: { 'content-type': 'application/json' },
      body: body(index),
    });
    const text = await answer.body.text();
    if (stream !== 'stream') JSON.parse(text);
  }
};
await Promise.all(Array.from({ length: 50 }, worker));
await dispatcher.close();
