import type { Answer } from '../domain/answer.ts';

/**
 * Whether an answer may stand for a later one. Not one that a filter refused or a limit cut off, and none in which
 * nothing is said: that is a server's bad moment more often than an answer, and would be a wrong number for good.
 */
export function isCacheable({ text, toolCalls, finish }: Answer): boolean {
  const { unified } = finish;
  if (unified === 'length' || unified === 'content-filter' || unified === 'error') return false;
  return text.trim() !== '' || toolCalls.length > 0;
}
