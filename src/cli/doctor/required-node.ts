/** The oldest Node that package.json allows; a test compares them, as reading a file would slow every start. */
export const requiredNode = '20.19';
