/** How a judge's verdicts on labelled cases fell beside those of a person, who is taken to be right. */
export type JudgedCounts = {
  /** The person says pass, and so does the judge. */
  truePass: number;
  /** The person says pass, the judge says fail. */
  missedPass: number;
  /** The person says fail, and so does the judge. */
  trueFail: number;
  /** The person says fail, the judge says pass. */
  missedFail: number;
};
