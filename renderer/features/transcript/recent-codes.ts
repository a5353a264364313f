import type { CodeId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { patchAnswer, queryClient, queryKey } from '../../api/query-client.ts';
import { recentAfter } from './coded-patch.ts';

/** How many of the codes used last are kept at hand. */
const limit = 9;
const asked = { limit };

/** Puts codes in front that are just being used. */
export function rememberRecent(codes: readonly CodeId[]): void {
  patchAnswer('codings.recentCodes', asked, (recent) => recentAfter(recent, codes, limit));
}

/** What was remembered of a command that was refused. */
export function forgetRecent(): void {
  void queryClient.invalidateQueries({ queryKey: queryKey('codings.recentCodes', asked) });
}

/** The codes used last, newest first, as far as they are known. */
export function recentCodes(): readonly CodeId[] {
  return queryClient.getQueryData<CodeId[]>(queryKey('codings.recentCodes', asked)) ?? [];
}

/** The same for a component that shows them; something on the page must ask for them, or the key that repeats knows none. */
export function useRecentCodes(): readonly CodeId[] {
  return useQuery('codings.recentCodes', asked).data ?? [];
}
