import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A source file, with what it imports and exports. */
export type SourceFile = {
  path: string;
  room: string;
  text: string;
  lines: number;
  imports: { to: string; isPackage: boolean }[];
};

export const root = join(import.meta.dirname, '..', '..');

/** Every file under a folder of the project, as paths with `/` from the root. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(root.length + 1).replaceAll('\\', '/'), entry.name))
    .sort();
}

/** Comments out, so that a word in a sentence is not taken for code; strings stay. */
export const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

/** All files of `src/`. */
export function house(): SourceFile[] {
  return filesUnder('src')
    .filter((path) => /\.(ts|mjs)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const found = withoutComments(text).matchAll(
        /^(?:import|export)\b[^;'"]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
      );
      const imports = [...found].map((match) => toImport(match[1] ?? match[2] ?? match[3]!, path));
      return {
        path,
        room: path.split('/').length > 2 ? path.split('/')[1]! : '',
        text,
        lines: text.split('\n').length - 1,
        imports,
      };
    });
}

function toImport(name: string, from: string): { to: string; isPackage: boolean } {
  return name.startsWith('.')
    ? { to: posix.join(posix.dirname(from), name), isPackage: false }
    : { to: name, isPackage: true };
}
