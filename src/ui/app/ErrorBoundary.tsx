import { Component, type ReactNode } from 'react';
import { app as texts } from '#texts/app.ts';
import { Button } from '../common/Button.tsx';
import styles from './App.module.css';

interface Props {
  /** What failed, for the message: `The timeline`. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Keeps a mistake of one panel from taking the page, and the document with it. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className={styles.broken} role="alert">
        <h2>
          {this.props.name}
          {texts.hasFailed}
        </h2>
        <p>
          {texts.theDocumentIsSafeIt}
          <code>{error.message}</code>
        </p>
        <Button onClick={() => this.setState({ error: null })}>{texts.tryAgain}</Button>
      </div>
    );
  }
}
