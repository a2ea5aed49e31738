// Plain JavaScript, as the graders' worker imports this file too and Node 20 starts no worker from TypeScript.
import { pathToFileURL } from 'node:url';

const typeScript = /\.[cm]?ts$/u;

/**
 * Imports a JavaScript or TypeScript file by its absolute path and gives back its exports. TypeScript goes through
 * Node's own type stripping where there is one, and through jiti on older versions (Node 20), so a file should keep
 * to erasable syntax. Works on the main thread and in a worker. Rejects with what the module threw or lacks.
 * @param {string} file
 * @returns {Promise<Record<string, unknown>>}
 */
export async function importModule(file) {
  const isNative = 'typescript' in process.features && process.features.typescript;
  if (isNative || !typeScript.test(file)) return import(pathToFileURL(file).href);
  const { createJiti } = await import('jiti').catch(() => {
    throw new Error(
      'TypeScript needs Node 22.18 or later here, or the optional package jiti: npm install jiti',
    );
  });
  // The cache on disk would write into the user's node_modules; interop would hide a missing default export.
  const jiti = createJiti(import.meta.url, { fsCache: false, interopDefault: false });
  return jiti.import(file);
}
