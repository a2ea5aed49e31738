import { type Include, templateEngine } from './template-engine.ts';

/** The files that a template includes, in order, without their own includes. Empty when the template cannot be read. */
export function templateIncludes(source: string): Include[] {
  const found: Include[] = [];
  try {
    templateEngine({}, { onInclude: (include) => found.push(include), keepGoing: true }).parse(source);
  } catch {
    // `template` reports what is wrong with it; the includes that were read until then are still worth looking at.
  }
  return found;
}
