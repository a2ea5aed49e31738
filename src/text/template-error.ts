/** One thing that is wrong with a template. Line and column count from 1. */
export type TemplateFlaw = {
  kind: 'syntax' | 'unknown-filter' | 'unknown-tag' | 'undefined-variable' | 'value' | 'limit';
  /** A phrase without a full stop: `"polcy" has no value`. */
  message: string;
  line: number;
  column: number;
  /** The partial that holds the spot; undefined for the template itself. */
  partial?: string;
  /** The name that is not known, and those that are. */
  name?: string;
  names?: string[];
};

/** A template that cannot be read or filled. `flaws` holds at least one. */
export class TemplateError extends Error {
  readonly flaws: readonly TemplateFlaw[];

  constructor(flaws: readonly TemplateFlaw[]) {
    super(
      flaws
        .map(
          ({ message, line, column, partial }) =>
            `${message} (${partial ?? 'line'}${partial ? ':' : ' '}${line}:${column})`,
        )
        .join('; '),
    );
    this.name = 'TemplateError';
    this.flaws = flaws;
  }
}
