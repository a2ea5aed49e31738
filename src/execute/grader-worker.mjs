// Plain JavaScript, as Node 20 starts no worker from TypeScript. Runs what may hang or crash: native regular
// expressions and the user's own graders. The main thread ends it when it takes too long.
import { parentPort } from 'node:worker_threads';

const importers = new Map();

const work = {
  match: ({ pattern, flags, text }) => new RegExp(pattern, flags).test(text),
  async call({ file, export: name, input, importer }) {
    if (!importers.has(importer)) importers.set(importer, (await import(importer)).importModule);
    const module = await importers.get(importer)(file);
    const action = module[name ?? 'default'];
    if (typeof action !== 'function') {
      const names = Object.keys(module).filter((key) => typeof module[key] === 'function');
      throw new Error(
        `it exports no function "${name ?? 'default'}" (there are: ${names.join(', ') || 'none'})`,
      );
    }
    return JSON.parse(JSON.stringify((await action(input)) ?? null));
  },
};

parentPort.on('message', async ({ id, kind, ...task }) => {
  try {
    parentPort.postMessage({ id, value: await work[kind](task) });
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
