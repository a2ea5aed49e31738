// Loads a suite of so many rows and says what it took:
// node --expose-gc --import tsx test/bench/load-rows.ts 100000
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { graders } from '../../src/graders/index.ts';
import { load } from '../../src/load/load.ts';
import { importModule } from '../../src/providers/import-module.mjs';
import { providers } from '../../src/providers/index.ts';

const count = Number(process.argv[2] ?? 100_000);
const root = await mkdtemp(join(tmpdir(), 'evals-load-rows-'));
await mkdir(join(root, 'evals'), { recursive: true });
await mkdir(join(root, 'prompts', 'sort'), { recursive: true });
await writeFile(join(root, 'prompts/sort/v1.md'), '---\ninputs: [message]\n---\n{{ message }}\n');
await writeFile(
  join(root, 'evals/sort.eval.yaml'),
  'suite: sort\nprompt: sort@v1\nmodels: [embedded:echo]\ncases: [{ from: rows.jsonl }]\n',
);
const file = createWriteStream(join(root, 'evals/rows.jsonl'));
for (let index = 0; index < count; index++) {
  const message = `message ${index}: ${'where is the parcel that I ordered '.repeat(5)}`;
  const line = `${JSON.stringify({ id: `case-${index}`, vars: { message }, expect: 'delivery', tags: ['a'] })}\n`;
  if (!file.write(line)) await new Promise<void>((resolve) => file.once('drain', () => resolve()));
}
file.end();
await finished(file);

const heap = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const before = heap();
const start = performance.now();
let highest = 0;
const watch = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage().heapUsed);
}, 5);
const { value, problems } = await load(
  { suites: [], keep: () => () => true },
  { root, from: root, graders, providers, importModule, hasPrice: async () => true },
);
const ms = performance.now() - start;
clearInterval(watch);
const kept = heap() - before;
const { cases } = value!.suites[0]!;
const last = await cases.read(count - 1);
await cases.close();
await rm(root, { recursive: true });
const figures = {
  rows: cases.count,
  problems: problems.length,
  last: last.id,
  ms: Math.round(ms),
  bytesKeptPerRow: Math.round(kept / count),
  highestHeapMb: Math.round((highest - before) / 1e6),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
