import { timeline as texts } from '#texts/timeline.ts';
import styles from './table.module.css';

/** Rows on one page of a table: enough to read, few enough to stay quick. */
const PAGE = 200;

export function pageOf(
  page: number,
  rows: number,
): { readonly from: number; readonly to: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(rows / PAGE));
  const from = Math.min(page, pages - 1) * PAGE;
  return { from, to: Math.min(rows, from + PAGE), pages };
}

interface PagesProps {
  readonly page: number;
  readonly rows: number;
  readonly onPage: (page: number) => void;
}

/** Forth and back through a long table; nothing where one page is enough. */
export function Pages({ page, rows, onPage }: PagesProps) {
  const { from, to, pages } = pageOf(page, rows);
  if (pages === 1) return null;
  const shown = from / PAGE;
  return (
    <p className={styles.pages}>
      <button type="button" disabled={shown === 0} onClick={() => onPage(shown - 1)}>
        {texts.previous}
      </button>
      {texts.rows}
      {(from + 1).toLocaleString('en-US')}
      {texts.toBetween}
      {to.toLocaleString('en-US')}
      {texts.ofBetween}
      {rows.toLocaleString('en-US')}
      <button type="button" disabled={shown === pages - 1} onClick={() => onPage(shown + 1)}>
        {texts.next}
      </button>
    </p>
  );
}
