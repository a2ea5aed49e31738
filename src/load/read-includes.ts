import { posix } from 'node:path';
import type { Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import { templateIncludes } from '../text/template-includes.ts';
import { decodeText } from './decode-text.ts';
import { placeIn } from './place-in.ts';
import type { Tree, TreeFile } from './tree.ts';

const depthLimit = 16;
type Including = { template: string; place(spot: { line: number; column: number }): Place };

/**
 * Reads the files that templates include, and those that these include, each once. Paths start at prompts/
 * and stay in it. `partials` holds them by the path that the template uses; what could not be read is empty there.
 * `isEndless` says that they cannot be followed to an end.
 */
export async function readIncludes(
  templates: readonly Including[],
  tree: Tree,
): Promise<{ partials: Record<string, string>; problems: Problem[]; isEndless: boolean }> {
  const partials = new Map<string, string>();
  const found: Problem[] = [];
  const visit = async ({ template, place }: Including, chain: readonly string[]): Promise<void> => {
    for (const { name, ...spot } of templateIncludes(template)) {
      if (chain.includes(name))
        found.push(
          problems.includeCycle({ chain: [...chain.slice(chain.indexOf(name)), name], place: place(spot) }),
        );
      else if (chain.length === depthLimit)
        found.push(problems.includeDepth({ limit: depthLimit, place: place(spot) }));
      else if (!partials.has(name)) {
        const file = await readPartial(name, tree, place(spot));
        partials.set(name, typeof file === 'string' ? file : '');
        if (typeof file !== 'string') {
          found.push(file);
          continue;
        }
        const inner = { template: file, place: (at: Spot) => placeIn(`prompts/${name}`, file, at) };
        await visit(inner, [...chain, name]);
      }
    }
  };
  for (const one of templates) await visit(one, []);
  const isEndless = found.some(({ code }) => code === 'include-cycle' || code === 'include-depth');
  return { partials: Object.fromEntries(partials), problems: found, isEndless };
}

type Spot = { line: number; column: number };

async function readPartial(name: string, tree: Tree, place: Place): Promise<string | Problem> {
  const isClean = posix.normalize(name) === name && !/^\.{0,2}(\/|$)|[\\\0]|^[A-Za-z]:/.test(name);
  const file: TreeFile = isClean ? await tree.read(`prompts/${name}`, 'prompts') : { status: 'outside' };
  if (file.status === 'outside') return problems.includeOutside({ path: name, place });
  if (file.status === 'unreadable')
    return problems.unreadableFile({ file: `prompts/${name}`, detail: file.detail, place });
  if (file.status === 'missing') {
    const folder = posix.dirname(name);
    const names = (await tree.list(posix.join('prompts', folder))).map((one) => posix.join(folder, one));
    return problems.includeMissing({ path: name, suggestion: closest(name, names), place });
  }
  const text = decodeText(file.bytes);
  return text ?? problems.notUtf8({ place: { file: `prompts/${name}`, line: 1, column: 1 } });
}
