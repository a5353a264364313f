import {
  $createLineBreakNode,
  $createTextNode,
  $getState,
  $setState,
  createState,
  ElementNode,
  type LexicalNode,
} from 'lexical';
import styles from './correcting-pane.module.css';

/** About twenty blocks that are laid out together: the editor's page is in as many pieces as the reader's. */
export class ChunkNode extends ElementNode {
  override $config() {
    return this.config('chunk', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const section = document.createElement('section');
    section.className = styles.chunk!;
    section.dataset['chunk'] = '';
    return section;
  }

  override updateDOM(): false {
    return false;
  }

  override isShadowRoot(): boolean {
    return false;
  }
}

/** Who speaks, shown before the words and no part of them. */
export type TurnLabel = {
  readonly speaker: string;
  readonly time: string;
  readonly language: string;
  readonly isLine: boolean;
  /** The interviewer says it. */
  readonly isQuestion: boolean;
};

const noLabel: TurnLabel = { speaker: '', time: '', language: '', isLine: false, isQuestion: false };
const label = createState('label', { parse: (value) => (value as TurnLabel | undefined) ?? noLabel });

/** One block: the words of a turn, or a line outside turns. */
export class TurnNode extends ElementNode {
  override $config() {
    return this.config('turn', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const { speaker, time, language, isLine, isQuestion } = $getState(this, label);
    const block = document.createElement('p');
    block.className = isLine ? styles.line! : isQuestion ? `${styles.turn} ${styles.question}` : styles.turn!;
    block.dataset['turn'] = '';
    block.dataset['label'] = time === '' ? speaker : `${speaker}\n${time}`;
    block.lang = language;
    block.dir = 'auto';
    return block;
  }

  override updateDOM(): false {
    return false;
  }

  override canBeEmpty(): true {
    return true;
  }

  override collapseAtStart(): true {
    return true;
  }
}

export function $createTurnNode(of: TurnLabel, words: string): TurnNode {
  const turn = $setState(new TurnNode(), label, of);
  words.split('\n').forEach((line, at) => {
    if (at > 0) turn.append($createLineBreakNode());
    if (line !== '') turn.append($createTextNode(line));
  });
  return turn;
}

export function $isTurnNode(node: LexicalNode | null | undefined): node is TurnNode {
  return node instanceof TurnNode;
}

/** The block a node stands in. */
export function $turnOf(node: LexicalNode): TurnNode | null {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) if ($isTurnNode(at)) return at;
  return null;
}
