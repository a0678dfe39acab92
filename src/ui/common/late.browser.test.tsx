import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createRoot, type Root } from 'react-dom/client';
import { openTestPage, type TestPage } from '../app/test-page.tsx';
import { AppProvider } from './app-context.tsx';
import { Button } from './Button.tsx';
import { late } from './late.tsx';
import { createOnDemand } from './OnDemand.tsx';

let opened: TestPage;
let host: HTMLElement;
let root: Root;
beforeEach(async () => {
  opened = await openTestPage();
  host = document.createElement('div');
  host.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 99';
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  host.remove();
  opened.close();
});

/** A fetch that fails until the network is back. */
function fetchedLate() {
  const network = { there: false };
  const load = async () => {
    if (!network.there) throw new Error('no network');
    return (_: { readonly onClose?: () => void; readonly defaultOpen?: boolean }) => <p>the late part</p>;
  };
  return { network, load };
}

const part = () => page.getByText('the late part');
const notice = () => page.getByRole('alert').filter({ hasText: 'could not be fetched' });

test('a dialog whose code can’t be fetched says so and counts as closed; once it can be, it opens', async () => {
  const { network, load } = fetchedLate();
  const Dialog = late(load);
  let closed = 0;
  const show = (key: string): void =>
    root.render(
      <AppProvider app={opened.app}>
        <Dialog key={key} onClose={() => closed++} />
      </AppProvider>,
    );
  show('first');
  await expect.element(notice()).toHaveTextContent('no network');
  expect(closed).toBe(1);
  await expect.element(page.getByRole('banner')).toBeVisible();
  network.there = true;
  show('second');
  await expect.element(part()).toBeVisible();
  expect(closed).toBe(1);
});

test('a menu whose code can’t be fetched leaves its button, which can be pressed again', async () => {
  const { network, load } = fetchedLate();
  const Menu = createOnDemand(load, (props) => <Button {...props}>The menu</Button>);
  root.render(
    <AppProvider app={opened.app}>
      <Menu />
    </AppProvider>,
  );
  await page.getByRole('button', { name: 'The menu' }).click();
  await expect.element(notice()).toBeVisible();
  network.there = true;
  await page.getByRole('button', { name: 'The menu' }).click();
  await expect.element(part()).toBeVisible();
});
