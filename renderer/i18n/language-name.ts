/** What a language is called in the language of the interface; its tag where that is not known. */
export function languageName(tag: string, shown: string): string {
  try {
    return new Intl.DisplayNames([shown], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
