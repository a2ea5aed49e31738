/** An index over documents that are lists of terms. */
export type TfIdf = {
  /** Cosine (0..1) between the terms and each document, in the documents' order. */
  similarities(terms: readonly string[]): Float64Array;
};

type Postings = { documents: number[]; weights: number[]; idf: number };

/**
 * Indexes documents for cosine similarity under TF-IDF: term frequency is the plain count, inverse document
 * frequency is ln((1 + n) / (1 + df)) + 1 (the smoothed form of scikit-learn's TfidfTransformer), and vectors have
 * unit length. Terms that no document has are left out of a query. A query costs time in proportion to the
 * postings of its own terms, not to the number of documents.
 */
export function tfIdf(documents: readonly (readonly string[])[]): TfIdf {
  const counts = documents.map(countTerms);
  const postings = collectPostings(counts);
  for (const entry of postings.values()) {
    entry.idf = Math.log((1 + documents.length) / (1 + entry.documents.length)) + 1;
  }
  const norms = counts.map((count) => norm(count, postings));
  for (const entry of postings.values()) {
    entry.weights = entry.documents.map(
      (document, at) => (entry.weights[at]! * entry.idf) / norms[document]!,
    );
  }
  return { similarities: (terms) => cosines(countTerms(terms), postings, documents.length) };
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function collectPostings(counts: readonly Map<string, number>[]): Map<string, Postings> {
  const postings = new Map<string, Postings>();
  counts.forEach((terms, document) => {
    for (const [term, count] of terms) {
      const entry = postings.get(term) ?? { documents: [], weights: [], idf: 0 };
      postings.set(term, entry);
      entry.documents.push(document);
      entry.weights.push(count);
    }
  });
  return postings;
}

function norm(counts: Map<string, number>, postings: Map<string, Postings>): number {
  let squares = 0;
  for (const [term, count] of counts) squares += (count * (postings.get(term)?.idf ?? 0)) ** 2;
  return Math.sqrt(squares);
}

function cosines(query: Map<string, number>, postings: Map<string, Postings>, size: number): Float64Array {
  const sums = new Float64Array(size);
  const length = norm(query, postings);
  if (length === 0) return sums;
  for (const [term, count] of query) {
    const entry = postings.get(term);
    if (!entry) continue;
    const weight = (count * entry.idf) / length;
    for (let at = 0; at < entry.documents.length; at++) {
      sums[entry.documents[at]!]! += weight * entry.weights[at]!;
    }
  }
  return sums;
}
