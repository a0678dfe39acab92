import { Fragment } from 'react';
import { handout as texts } from '#texts/handout.ts';
import type { Paragraph, TextNode } from '../../lessons/text.ts';
import styles from './Handout.module.css';

/** A lesson's text on paper. What the page fills in from the run is a blank to fill in by hand. */
export function PaperText({ nodes }: { readonly nodes: Paragraph }) {
  return (
    <>
      {nodes.map((node, i) => (
        <Fragment key={i}>{onPaper(node)}</Fragment>
      ))}
    </>
  );
}

function onPaper(node: TextNode) {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'emphasis':
      return <em>{node.text}</em>;
    case 'code':
      return <code>{node.text}</code>;
    case 'term':
      return node.words;
    case 'tx':
      return <strong>{node.tx}</strong>;
    case 'lane':
      return texts.laneNumber(node.lane);
    case 'location':
      return <code>{node.name}</code>;
    case 'figure':
    case 'tx-figure':
    case 'value':
      return <span className={styles.blank} />;
  }
}
