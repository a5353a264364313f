import type { Span } from '../../../shared/domain/span.ts';
import { createProjectState } from '../../api/project-state.ts';

/** The passage being translated, and into which language if one of its translations is changed. */
type Translating = Span & { readonly language: string | null };

export const useTranslating = createProjectState<{ readonly passage: Translating | null }>({ passage: null });

export function translate(passage: Translating | null): void {
  useTranslating.setState({ passage });
}
