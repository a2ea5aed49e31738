/** Where a body comes from: the next bytes, and a way to want no more. */
export type ByteSource = {
  read(): Promise<{ done: boolean; value?: Uint8Array }>;
  cancel(): void;
};
