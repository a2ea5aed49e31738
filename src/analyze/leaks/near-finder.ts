/** Calls `visit` for each hidden text that a normalised text is near to: where it stands in the list, and how near. */
export type NearFinder = (even: string, visit: (text: number, likeness: number) => void) => void;
