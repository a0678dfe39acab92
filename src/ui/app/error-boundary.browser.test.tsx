import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ErrorBoundary } from './ErrorBoundary.tsx';

test('a panel that fails says so, leaves the others alone, and can be tried again', async () => {
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => {});
  let broken = true;
  function Panel() {
    if (broken) throw new Error('no such lane');
    return <p>the panel</p>;
  }
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  root.render(
    <>
      <ErrorBoundary name="The timeline">
        <Panel />
      </ErrorBoundary>
      <p>another panel</p>
    </>,
  );
  await expect.element(page.getByRole('alert')).toHaveTextContent('The timeline has failed');
  await expect.element(page.getByRole('alert')).toHaveTextContent('no such lane');
  await expect.element(page.getByText('another panel')).toBeVisible();
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('the panel', { exact: true })).toBeVisible();
  root.unmount();
  host.remove();
  silenced.mockRestore();
});
