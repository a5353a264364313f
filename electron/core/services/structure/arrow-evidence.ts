import { evaluateQuery } from '../../../../shared/analysis/query/evaluate-query.ts';
import type { QueryNames, QueryPassage } from '../../../../shared/analysis/query/query-model.ts';
import type { QueryTree } from '../../../../shared/analysis/query/query-tree.ts';
import { correlation } from '../../../../shared/analysis/survey/correlation.ts';
import type {
  ArrowEvidence,
  JointRule,
  StructureArrow,
  StructureVariable,
} from '../../../../shared/contract/methods/structure.ts';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { attributeQueries } from '../../store/repositories/case-table.ts';
import type { OpenProject } from '../project/open-project.ts';
import { type QueriedDocument, QueryDocuments } from '../queries/query-documents.ts';
import { queryNames } from '../queries/query-names.ts';
import { answeredBoth, numbersTo } from '../survey/survey-figures.ts';

type Ends = { readonly source: StructureVariable; readonly target: StructureVariable };
export type JointPassages = { readonly document: QueriedDocument; readonly passages: readonly QueryPassage[] };

function codeTerm(code: string): QueryTree {
  return { kind: 'term', field: 'code', key: null, value: code, isExact: false, at: 0 };
}

/** The cases whose words some passages are; those of a transcript without any count as one respondent. */
function respondentsOf({ document, passages }: JointPassages): string[] {
  return passages.flatMap((passage) => {
    const cases = document.casesOf(passage);
    return cases.length > 0 ? cases : [document.row.id];
  });
}

/** Finds what stands behind arrows: reads the project once for all of them. */
export class ArrowEvidenceFinder {
  private readonly documents: QueryDocuments;
  private readonly names: QueryNames;
  private readonly attributeNames: ReadonlyMap<string, string>;
  private readonly project: OpenProject;
  private readonly answers = new Map<string, readonly (number | null)[]>();

  constructor(project: OpenProject) {
    this.documents = new QueryDocuments(project);
    this.names = queryNames(project);
    this.attributeNames = new Map(project.store.all(attributeQueries.all).map(({ id, name }) => [id, name]));
    this.project = project;
  }

  /**
   * Stretches of text both variables (and the behaviour) are coded on by one coder; with the rule `turn` the passages of the
   * source whose turns have the others in them too. Null where a variable has no code.
   */
  passages({ source, target }: Ends, behaviour: CodeId | null, rule: JointRule): JointPassages[] | null {
    if (source.code === null || target.code === null) return null;
    const codes = [target.code, ...(behaviour === null ? [] : [behaviour])];
    const tree = codes.reduce<QueryTree>(
      (left, code) =>
        rule === 'overlap'
          ? { kind: 'and', left, right: codeTerm(code) }
          : { kind: 'relation', relation: 'NEAR', distance: { count: 0, unit: 'turns' }, left, right: codeTerm(code) },
      codeTerm(source.code),
    );
    return this.documents
      .all()
      .map((document) => ({ document, passages: evaluateQuery(tree, document, this.names) }))
      .filter(({ passages }) => passages.length > 0);
  }

  /** Spearman's rank correlation of the two items over the respondents who answered both; null where a variable has no item here. */
  correlation({ source, target }: Ends, behaviour: CodeId | null): ArrowEvidence['correlation'] {
    const itemOf = ({ items }: StructureVariable) => (behaviour === null ? undefined : items[behaviour]) ?? items[''];
    const [a, b] = [itemOf(source), itemOf(target)];
    const [nameA, nameB] = [this.attributeNames.get(a ?? ''), this.attributeNames.get(b ?? '')];
    if (a === undefined || b === undefined || nameA === undefined || nameB === undefined) return null;
    const pairs = answeredBoth(this.answersTo(a), this.answersTo(b));
    const { n, coefficient, interval } = correlation(pairs, 'spearman');
    return { n, coefficient, interval, source: nameA, target: nameB };
  }

  private answersTo(attribute: string): readonly (number | null)[] {
    const answers = this.answers.get(attribute) ?? numbersTo(this.project, attribute);
    this.answers.set(attribute, answers);
    return answers;
  }

  evidence(arrow: StructureArrow, ends: Ends, behaviour: CodeId | null, rule: JointRule): ArrowEvidence {
    const found = this.passages(ends, behaviour, rule);
    return {
      arrow: arrow.id,
      behaviour,
      passages:
        found === null
          ? null
          : {
              count: found.reduce((sum, { passages }) => sum + passages.length, 0),
              respondents: new Set(found.flatMap(respondentsOf)).size,
            },
      correlation: this.correlation(ends, behaviour),
    };
  }
}
