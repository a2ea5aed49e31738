/** The version in package.json; a test compares them, as reading a file would slow every start. */
export const version = '0.1.0';
