/** A request that costs nothing: by its list of models a server shows that it is there, and whether it takes the key. */
export type Listing = {
  url: string;
  headers: Record<string, string>;
  /** The variable that holds the key which is sent; undefined when none is. */
  key?: string;
};
