import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, describe, expect, test } from 'vitest';
import { seriousFindings } from './axe.ts';
import { closeBrowser, openApp, type OpenedPage } from './open-page.ts';

afterAll(closeBrowser);

/** Tab presses after which something that can be reached should have been. */
const MOST_STOPS = 150;

/** What has the focus, as it is announced: `button "Lock in my prediction"`. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return '';
    const label = element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
    return `${element.tagName.toLowerCase()} "${label?.trim().replace(/\s+/g, ' ')}"`;
  });

/** Goes on by Tab until `what` has the focus. No pointer is used in these journeys. */
async function tabTo(page: Page, what: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const now = await focused(page);
    if (what.test(now)) return;
    passed.push(now);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${what}; it passed ${passed.slice(-40).join(', ')}`);
}

async function press(page: Page, what: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, what);
  await page.keyboard.press(key);
}

/** A lesson by keyboard, with all that is announced and what axe finds at each kind of step. */
function keyboardLesson({ page, errors, close }: OpenedPage) {
  const panel = page.getByRole('region', { name: 'Lesson', exact: true });
  const found: string[] = [];
  return {
    page,
    panel,
    found,
    close,
    errors,
    async begin(title: string): Promise<void> {
      await page.getByText('same result as one lane').waitFor();
      await press(page, /^button "Learn"/);
      await page.getByRole('menuitem', { name: /Lessons/ }).waitFor();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: `Start: ${title}` }).waitFor();
      await press(page, new RegExp(`^button "Start: ${title}"`));
      await panel.waitFor();
    },
    /** The step with this title is shown, and has the focus. */
    async at(title: string): Promise<void> {
      await expect.poll(() => focused(page)).toBe(`h3 "${title}"`);
      found.push(...(await seriousFindings(page)).map((finding) => `${title}: ${finding}`));
    },
    next: () => press(page, /^button "(Next|Finish)"/),
    /** The options are one stop for Tab; the arrows choose. */
    async choose(first: string, option = first): Promise<void> {
      await press(page, new RegExp(`^input "${first}`), 'Space');
      while (!(await focused(page)).startsWith(`input "${option}`)) await page.keyboard.press('ArrowDown');
      await press(page, /^button "Lock in my prediction"/);
      await panel.getByText('Locked in.').first().waitFor();
    },
    async run(): Promise<void> {
      await press(page, /^button "Run it"/);
      await panel.getByText('It has run.').first().waitFor();
    },
  };
}

describe('lessons by keyboard', () => {
  test('lesson 1: what is moved by Alt and an arrow changes the result', async () => {
    const lesson = keyboardLesson(await openApp({ reducedMotion: 'reduce' }));
    const { page, panel, at, next } = lesson;
    try {
      await lesson.begin('One lane and block order');
      await at('A block is a list');
      // Locked, and says so.
      await page.keyboard.press('r');
      await panel.getByText('Run: locked in this step of the lesson.').first().waitFor();
      await next();
      await at('Can bob pay?');
      await press(page, /^button "A hint"/);
      await lesson.choose('Yes');
      await next();
      await at('Run it on one lane');
      await lesson.run();
      await next();
      await at('Each card sees what came before');
      await panel.getByText('as you said', { exact: true }).waitFor();
      await next();
      await at('Change the order, change the result');
      await tabTo(page, /^div "Transactions in block order/);
      await page.keyboard.press('Home');
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Alt+ArrowDown');
      await panel.getByText('Goal reached.').first().waitFor();
      await next();
      await at('Does every order matter?');
      await lesson.choose('Nothing', 'Another');
      await next();
      await at('Try it');
      await tabTo(page, /^div "Transactions in block order/);
      const cards = page.getByRole('listbox', { name: 'Transactions in block order' }).getByRole('option');
      const dave = (await cards.allInnerTexts()).findIndex((text) => text.includes('dave'));
      await page.keyboard.press('Home');
      for (let i = 0; i < dave; i++) await page.keyboard.press('ArrowDown');
      for (let i = 0; i < dave; i++) await page.keyboard.press('Alt+ArrowUp');
      await panel.getByText('Goal reached.').first().waitFor();
      await next();
      await at('Order that nobody can see');
      await panel.getByText('not as you said', { exact: true }).waitFor();
      await next();
      await at('What to take along');
      await next();
      await at('Lesson done');
      await panel.getByText('1 of 2 predictions came true.').waitFor();
      await press(page, /^button "Back to the document that was open"/);
      await page.getByText('Mixed DeFi block').first().waitFor();
      expect(lesson.found).toEqual([]);
      expect(lesson.errors).toEqual([]);
    } finally {
      await lesson.close();
    }
  });

  test('lesson 7: cards are marked, the solution is played back; after a reload it goes on where it was', async () => {
    const lesson = keyboardLesson(await openApp({ reducedMotion: 'reduce', colorScheme: 'dark' }));
    const { page, panel, at, next } = lesson;
    try {
      await lesson.begin('Optimism');
      await at('Nobody tells the engine');
      await next();
      await at('Who starts over?');
      await press(page, /^input "1 bob swaps/, 'Space');
      await panel.getByText('1 marked').waitFor();
      await press(page, /^button "Lock in my prediction"/);
      await next();
      await at('Run');
      await lesson.run();
      await next();
      await at('Abort, and the ESTIMATE');
      await panel.getByText('marked, and right').waitFor();
      // A term, by keyboard, and back from it.
      await press(page, /^button "ESTIMATE"/);
      const term = page.getByRole('dialog', { name: 'ESTIMATE' });
      await term.getByText('Source').waitFor();
      lesson.found.push(...(await seriousFindings(page)));
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(page)).toMatch(/^button "ESTIMATE"/);
      await next();
      await at('An abort is not an error');

      await page.reload();
      await page.getByText('same result as one lane').waitFor();
      await press(page, /^button "Learn"/);
      await page.getByRole('menuitem', { name: /Lessons/ }).waitFor();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await press(page, /^button "Go on where you left"/);
      await at('An abort is not an error');

      await next();
      await at('Without the marks');
      await lesson.choose('Fewer', 'More than before');
      await next();
      await at('Run');
      await lesson.run();
      await next();
      await at('What the marks are worth');
      await next();
      await at('No aborts, no waiting');
      for (let i = 0; i < 6 && (await panel.getByRole('button', { name: 'Show the solution' }).count()) === 0; i++) {
        await press(page, /^button "(A hint|Another hint)/);
      }
      await press(page, /^button "Show the solution"/);
      await panel.getByText('Goal reached.').first().waitFor();
      await next();
      await at('Is optimism always faster?');
      await lesson.choose('Block-STM');
      await next();
      await at('Run');
      await lesson.run();
      await next();
      await at('What to take along');
      await next();
      await at('Lesson done');
      expect(lesson.found).toEqual([]);
      expect(lesson.errors).toEqual([]);
    } finally {
      await lesson.close();
    }
  });
});

describe('a lesson of one’s own', () => {
  test('is opened from its file on a tablet; a wrong one says where; leaving keeps what was open', async () => {
    const { page, errors, close } = await openApp({ viewport: { width: 1024, height: 768 } });
    try {
      await page.getByText('same result as one lane').waitFor();
      await page.getByRole('button', { name: 'One lane more' }).click();
      await page.getByRole('button', { name: 'Learn' }).click();
      await page.getByRole('menuitem', { name: /^Lessons/ }).click();
      const chooseFile = (text: string) =>
        page.locator('input[type="file"]').setInputFiles({
          name: 'mine.json',
          mimeType: 'application/json',
          buffer: Buffer.from(text),
        });
      const file = readFileSync('src/lessons/test-support/changes.lesson.json', 'utf8');
      await chooseFile(file.replace('"fix-the-contract"', '"Fix it"'));
      await page.getByText('steps[0].id: expected an id').waitFor();
      await chooseFile(file);
      const panel = page.getByRole('region', { name: 'Lesson', exact: true });
      await panel.getByText('Fix the drop').waitFor();
      expect(await seriousFindings(page)).toEqual([]);

      // A control that is locked does nothing, and says so; one that isn't, does.
      await page.getByText('Measured', { exact: true }).click({ force: true });
      await page.getByText('The clock: locked in this step of the lesson.').first().waitFor();
      await page.getByRole('tab', { name: /^Contracts/ }).click();
      await page.getByRole('combobox', { name: 'Code of Drop' }).selectOption('drop-ranges');
      await panel.getByText('Goal reached.').first().waitFor();

      await panel.getByRole('button', { name: 'Leave the lesson' }).click();
      await panel.getByRole('button', { name: 'Back to the document that was open' }).click();
      await page.getByText('Mixed DeFi block').first().waitFor();
      expect(await page.getByRole('textbox', { name: /^Number of lanes/ }).inputValue()).toBe('5');
      expect(errors).toEqual([]);
    } finally {
      await close();
    }
  });
});
