/** A case that was made from another one, and how. */
export type Variant = { id: string; parent: string; kind: string };

/** How a case came out, by more than half of its graded answers; undefined where it has no verdict. */
export type Came = boolean | undefined;
