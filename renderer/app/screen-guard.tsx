import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { ViewName } from './rooms.ts';

type GuardProps = { readonly view: ViewName; readonly children: ReactNode };
type GuardState = { readonly view: ViewName; readonly fault: string | null };

/** Where a screen cannot be drawn, this stands in its place: the rest of the window goes on, and the other views can be opened. */
export class ScreenGuard extends Component<GuardProps, GuardState> {
  override state: GuardState = { view: this.props.view, fault: null };

  static getDerivedStateFromError(error: unknown): Partial<GuardState> {
    return { fault: String(error) };
  }

  static getDerivedStateFromProps({ view }: GuardProps, before: GuardState): GuardState | null {
    return view === before.view ? null : { view, fault: null };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return <Fault view={this.props.view} fault={fault} onAgain={() => this.setState({ fault: null })} />;
  }
}

function Fault({ view, fault, onAgain }: { view: ViewName; fault: string; onAgain: () => void }) {
  const { t } = useWords();
  return (
    <div role="alert">
      <h1 className="unseen">{t(`app.view.${view}`)}</h1>
      <EmptyState
        title={t('app.fault.title', { view: t(`app.view.${view}`) })}
        text={t('app.fault.text', { fault })}
        action={<Button onPress={onAgain}>{t('app.fault.again')}</Button>}
      />
    </div>
  );
}
