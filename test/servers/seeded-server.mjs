// A model's server as a process of its own: what it does wrong is a pure function of the question, the number of the
// try and a seed, so that no timing decides what comes out. Told what to be by its argument; tells its records by IPC.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const { seed, shares, ms, answers } = JSON.parse(process.argv[2]);

/** By model and question: each try, with what was done to it and how it ended. */
const records = {};

/** 0..1. */
const drawn = (...parts) =>
  createHash('sha256')
    .update([seed, ...parts].join(' '))
    .digest()
    .readUInt32BE(0) /
  2 ** 32;

const sorts = {
  status: ['status'],
  reset: ['reset'],
  malformed: ['bad-json', 'cut', 'empty', 'html'],
  hang: ['silent', 'silent-within'],
};

function faultAt(question, number) {
  let at = drawn(question, number);
  for (const [name, share] of Object.entries(shares)) {
    if (at < share) return sorts[name][Math.floor(drawn(question, number, 'sort') * sorts[name].length)];
    at -= share;
  }
  return 'good';
}

const answerTo = (url) => answers.find(([part]) => url.includes(part))[1];
const isStreamed = (url, body) => body.includes('"stream":true') || url.includes('alt=sse');
const head = (response, type, more = {}) => response.writeHead(200, { 'content-type': type, ...more });
const begin = (response, pieces) => {
  head(response, 'text/event-stream');
  for (const piece of pieces) response.write(piece);
};

const done = {
  good({ url, response, isStream, wait }) {
    const { whole, pieces } = answerTo(url);
    if (!isStream)
      return setTimeout(() => head(response, 'application/json').end(JSON.stringify(whole)), wait);
    setTimeout(() => {
      begin(response, pieces.slice(0, 2));
      setTimeout(() => response.end(pieces.slice(2).join('')), wait / 2);
    }, wait / 2);
  },
  status: ({ response, name }) =>
    response
      .writeHead(500, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: { message: `it broke, request ${name}` } })),
  reset: ({ request }) => request.socket.resetAndDestroy(),
  'bad-json'({ url, response, isStream }) {
    if (!isStream) return head(response, 'application/json').end('{"choices": [{"mess');
    begin(response, answerTo(url).pieces.slice(0, 2));
    response.end('data: {"choices": [\n\n');
  },
  cut({ url, response, isStream }) {
    if (isStream) {
      begin(response, answerTo(url).pieces.slice(0, 2));
      return response.end();
    }
    const text = JSON.stringify(answerTo(url).whole);
    head(response, 'application/json', { 'content-length': String(text.length) });
    response.write(text.slice(0, 40));
    setTimeout(() => response.socket.destroy(), 20);
  },
  empty: ({ response, isStream }) =>
    head(response, isStream ? 'text/event-stream' : 'application/json').end(),
  html: ({ response }) => head(response, 'text/html').end('<!doctype html><title>Sign in</title>'),
  silent() {},
  'silent-within'({ url, response, isStream }) {
    if (isStream) return begin(response, answerTo(url).pieces.slice(0, 2));
    head(response, 'application/json').write('{');
  },
};

let most = 0;
let open = 0;
const server = createServer((request, response) => {
  open += 1;
  most = Math.max(most, open);
  response.on('close', () => {
    open -= 1;
  });
  let body = '';
  request.on('data', (bytes) => {
    body += bytes;
  });
  request.on('end', () => {
    const start = performance.now();
    const name = `${request.url.split('/')[1]} ${/"(q\d+)"/.exec(body)[1]}`;
    records[name] ??= [];
    const number = records[name].length + 1;
    const one = { fault: faultAt(name, number), isWhole: false };
    records[name].push(one);
    response.on('finish', () => {
      one.isWhole = one.fault === 'good';
      one.ms = performance.now() - start;
    });
    const wait = ms[0] + (ms[1] - ms[0]) * drawn(name, number, 'wait');
    const isStream = isStreamed(request.url, body);
    done[one.fault]({ url: request.url, request, response, isStream, wait, name: `${name} ${number}` });
  });
});

process.on('message', () => process.send({ records, most }));
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
