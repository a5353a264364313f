import { goldLayer } from '../../../../shared/agreement/spans/gold-layer.ts';
import { comparedDocuments } from './compared-document.ts';
import type { ModelCoding, ModelDocument } from '../analysis/analysis-model.ts';
import type { OpenProject } from '../project/open-project.ts';

/** Whose codings those of the agreed layer are said to be. */
const gold = 'gold';

/**
 * The documents with the agreed layer in place of the coders' codings: what all agree on, and what was decided of the
 * rest. One that fewer than two coders have finished has none. Throws `coders_too_few`.
 */
function goldDocuments(project: OpenProject): readonly ModelDocument[] {
  const { comparison, documents: compared } = comparedDocuments(project, { unit: 'character' });
  const layers = new Map(
    compared.map(({ place, agreed, decided }) => [
      comparison.rows[place]!.row.id,
      goldLayer(
        agreed,
        decided.map(({ settled }) => settled),
      ),
    ]),
  );
  return project.analysis.documents().map((document) => ({
    ...document,
    codings: (layers.get(document.row.id) ?? []).map(
      ({ code, start, end }): ModelCoding => ({
        // Codes on the very same words are one passage, as they are of one coder.
        id: `${gold} ${code} ${start} ${end}`,
        selection: `${gold} ${document.row.id} ${start} ${end}`,
        code: comparison.codes[code]!,
        coder: gold,
        start,
        end,
      }),
    ),
  }));
}

/** Every document with its coders' codings, or with the agreed layer instead. Throws `coders_too_few`. */
export function layerDocuments(project: OpenProject, isGold: boolean): readonly ModelDocument[] {
  return isGold ? goldDocuments(project) : project.analysis.documents();
}
