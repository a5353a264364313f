/** The page of HTML a file of oTranscribe (`.otr`) keeps in its JSON beside the name of the recording; null for any other text. */
export function otranscribePage(text: string): string | null {
  if (!/^\s*\{/u.test(text) || !text.includes('"media')) return null;
  try {
    const { text: page, ...beside } = JSON.parse(text) as Record<string, unknown>;
    const isPage = typeof page === 'string' && /<(?:p|br|span|div)\b/iu.test(page);
    return isPage && Object.keys(beside).some((key) => key.startsWith('media')) ? page : null;
  } catch {
    return null;
  }
}
