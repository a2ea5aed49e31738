import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { naturalOrder } from '../text/natural-order.ts';
import type { Tree } from './tree.ts';

/** A version that is there, and its file from the project's root. */
export type PromptVersion = { version: number; file: string };
/** The versions of one prompt, lowest first, and what is wrong with the names of its files. */
export type PromptVersions = { name: string; versions: PromptVersion[]; problems: Problem[] };

const looksLikeOne = /^v[._-]?\d+\.[a-z]+$/i;

/** Finds the folders of prompts/ that hold versions, in the order of their names. Nothing is read. */
export async function listVersions(tree: Tree): Promise<PromptVersions[]> {
  const found = await Promise.all(
    (await tree.list('prompts'))
      .sort(naturalOrder)
      .map(async (name) => toVersions(name, await tree.list(`prompts/${name}`))),
  );
  return found.filter((one) => one.versions.length > 0 || one.problems.length > 0);
}

function toVersions(name: string, entries: string[]): PromptVersions {
  const byNumber = new Map<number, string[]>();
  const found: Problem[] = [];
  for (const entry of entries.sort(naturalOrder)) {
    const file = `prompts/${name}/${entry}`;
    const number = /^v([1-9]\d{0,8})\.(?:md|txt|yml)$/.exec(entry)?.[1];
    if (number) byNumber.set(Number(number), [...(byNumber.get(Number(number)) ?? []), file]);
    else if (looksLikeOne.test(entry)) found.push(problems.versionName({ file }));
  }
  for (const files of byNumber.values())
    if (files.length > 1) found.push(problems.twoFilesOneVersion({ files }));
  const versions = [...byNumber].map(([version, [file]]) => ({ version, file: file! }));
  return { name, versions: versions.sort((left, right) => left.version - right.version), problems: found };
}
