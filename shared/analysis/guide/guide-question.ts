/** A question of an interview guide as it is written down: its words by language, and the codes its answers may touch. */
export type GuideQuestion = {
  /** `B2`; unique in a guide. */
  readonly key: string;
  /** The heading it stands under. */
  readonly section: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Slugs or names of codes; `privacy.*` means a code with everything below it. */
  readonly codes: readonly string[];
};
