/** Whether any text in the tree is a reference, or an escaped dollar that has to be undone. */
export function hasReferences(tree: unknown): boolean {
  if (typeof tree === 'string') return tree.charCodeAt(0) === 36 && /^\$(\$|[A-Za-z])/.test(tree);
  if (Array.isArray(tree)) return tree.some(hasReferences);
  return typeof tree === 'object' && tree !== null && Object.values(tree).some(hasReferences);
}
