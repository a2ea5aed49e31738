// Plain JavaScript, as Node 20 starts no worker from TypeScript. Runs what may hang or crash: native regular
// expressions and the user's own graders. The main thread ends it when it takes too long.
import { parentPort } from 'node:worker_threads';

/** @type {Map<string, (file: string) => Promise<Record<string, unknown>>>} */
const importers = new Map();

/** @param {{ pattern: string, flags: string, text: string }} task */
function match({ pattern, flags, text }) {
  const expression = new RegExp(pattern, flags);
  begin();
  return expression.test(text);
}

/** @param {{ file: string, export?: string, input: unknown, importer: string }} task */
async function call({ file, export: name = 'default', input, importer }) {
  const known = importers.get(importer) ?? (await import(importer)).importModule;
  importers.set(importer, known);
  const module = await known(file);
  const action = module[name];
  if (typeof action !== 'function') {
    const names = Object.keys(module).filter((key) => typeof module[key] === 'function');
    throw new Error(`it exports no function "${name}" (there are: ${names.join(', ') || 'none'})`);
  }
  begin();
  return JSON.parse(JSON.stringify((await action(input)) ?? null));
}

/** From here on the task's own deadline counts: starting a thread and importing a file is not its fault. */
const begin = () => parentPort?.postMessage({ isBegun: true });

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

parentPort?.on('message', async (task) => {
  try {
    parentPort?.postMessage({ value: await (task.kind === 'match' ? match(task) : call(task)) });
  } catch (error) {
    parentPort?.postMessage({ error: messageOf(error) });
  }
});
