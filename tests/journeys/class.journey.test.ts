import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serveClass, type ServedClass } from '../../scripts/serve-class.ts';
import { seriousFindings } from './axe.ts';
import { closeBrowser, launchBrowser } from './open-page.ts';

let served: ServedClass;
beforeAll(async () => {
  // The page itself was built for all journeys.
  expect(inject('appUrl')).toMatch(/^http/);
  served = await serveClass({ port: undefined, host: '127.0.0.1' });
});
afterAll(async () => {
  await served.close();
  await closeBrowser();
});

const errors: string[] = [];

type Look = 'light' | 'dark';

async function openPage(
  url: string,
  viewport: { width: number; height: number },
  colorScheme: Look = 'light',
): Promise<Page> {
  const context = await (await launchBrowser()).newContext({ viewport, reducedMotion: 'reduce', colorScheme });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  await page.goto(url);
  return page;
}

async function join(url: string, name: string, look: Look = 'light'): Promise<Page> {
  const page = await openPage(url, { width: 1024, height: 768 }, look);
  await page.getByLabel('Your name here').fill(name);
  await page.keyboard.press('Enter');
  await bar(page).getByText('Connected').waitFor();
  return page;
}

const bar = (page: Page) => page.getByRole('region', { name: 'Class', exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const documentTitle = (page: Page) => page.getByRole('banner').getByRole('button').first();
const moment = async (page: Page) => Number(await page.getByRole('slider', { name: 'Moment of the run' }).inputValue());
/** One of the pages of the instructor's desk. */
const turnTo = (page: Page, name: string) => page.getByRole('radio', { name }).click();

test('a class: join, send, ask, follow, drop out and come back, puzzles, close', async () => {
  // The instructor's page shows the way in, and the key in its address no longer.
  const instructor = await openPage(served.instructorUrl, { width: 1440, height: 900 });
  await instructor.getByRole('heading', { name: 'Join the class' }).waitFor();
  expect(instructor.url()).not.toContain('key');
  await instructor.getByRole('img', { name: /^QR code of http:\/\/127/ }).waitFor();
  expect(await seriousFindings(instructor)).toEqual([]);

  // Three come: by the code's link, by the short address, and with a name that tries to be markup.
  const [link = ''] = served.urls;
  const short = link.replace(/#.*/, served.room.code.toLowerCase());
  const phone = await openPage(link, { width: 390, height: 844 });
  await phone.getByLabel('Your name here').waitFor();
  expect(await seriousFindings(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Join' }).click();
  await phone.getByText('Type a name, at least one letter.').waitFor();
  await phone.close();
  const ada = await join(link, 'Ada');
  const ben = await join(short, '  Ben  ');
  const eve = await join(link, '<img src=x onerror=alert(1)>', 'dark');
  await instructor.getByText('3 here').first().waitFor();
  const desk = instructor.getByRole('region', { name: 'A class in one room' });
  expect(await desk.getByRole('listitem').allTextContents()).toEqual(['Ada', 'Ben', '<img src=x onerror=alert(1)>']);

  // A reload keeps the seat, and asks nothing.
  await ada.reload();
  await bar(ada).getByText('Connected').waitFor();
  expect(await ada.getByLabel('Your name here').count()).toBe(0);
  await instructor.getByText('3 here').first().waitFor();

  // Everybody is asked, and only who agrees gets another block.
  await button(instructor, /^Class$/).click();
  await documentTitle(instructor).click();
  await instructor.getByRole('menuitem', { name: /Independent payments/ }).click();
  await bar(instructor).getByRole('button', { name: 'Send this' }).click();
  await ada.getByText('The instructor sends you “Independent payments”.').waitFor();
  expect(await documentTitle(ada).textContent()).toContain('Mixed DeFi');
  expect(await seriousFindings(ada)).toEqual([]);
  await button(ada, 'Open it').click();
  await button(ben, 'Stay here').click();
  await documentTitle(ada).getByText('Independent payments').waitFor();
  await button(ada, /Back to “Mixed DeFi block”/).click();
  await documentTitle(ada).getByText('Mixed DeFi block').waitFor();
  expect(await documentTitle(ben).textContent()).toContain('Mixed DeFi');

  // Who follows is where the instructor is.
  await bar(instructor).getByRole('button', { name: 'Follow me' }).click();
  for (const page of [ada, ben]) await button(page, 'Follow').click();
  await documentTitle(ben).getByText('Independent payments').waitFor();
  await bar(instructor).getByText('2 following').waitFor();
  await button(instructor, 'To the start').click();
  for (let i = 0; i < 3; i++) await button(instructor, 'Next event').click();
  const at = await moment(instructor);
  expect(at).toBeGreaterThan(0);
  for (const page of [ada, ben]) await expect.poll(() => moment(page)).toBe(at);
  await instructor.getByRole('radio', { name: 'One lane' }).click();
  await expect.poll(() => ada.getByRole('button', { name: /^Engine: One lane|One lane/ }).count()).toBeGreaterThan(0);

  // A question to everybody.
  await bar(instructor).getByRole('button', { name: 'Class', exact: true }).click();
  await turnTo(instructor, 'Answers');
  await instructor.getByLabel('Question', { exact: true }).fill('How many lanes are worth it?');
  await instructor.getByLabel(/^Choices/).fill('One\nFour');
  await button(instructor, 'Ask').click();
  await button(ada, 'Four').click();
  await button(eve, 'One').waitFor();
  expect(await seriousFindings(eve)).toEqual([]);
  await button(eve, 'One').click();
  await instructor.getByText('2 of 3 answered').first().waitFor();

  // Wi-Fi fails for one: the page goes on, what was said meanwhile arrives, and so does what was missed.
  const { restore } = await cutOff(ben);
  await bar(ben)
    .getByText(/^Connection lost/)
    .waitFor({ timeout: 60_000 });
  await button(ben, 'Four').click();

  // A lesson's prediction: locked in by each, counted over the instructor's run, and right once it was run.
  await button(ada, 'Stop following').click();
  await bar(instructor).getByRole('button', { name: 'Let everybody go' }).click();
  await turnTo(instructor, 'Who is here');
  await instructor.getByLabel('Lesson', { exact: true }).selectOption({ label: 'One lane and block order' });
  await button(instructor, 'Send everybody to the lesson').click();
  for (const [page, option] of [
    [ada, /^Yes/],
    [eve, /^No/],
  ] as const) {
    await button(page, 'Open it').click();
    await button(page, 'Next').click();
    await page.getByRole('radio', { name: option }).click();
    await button(page, 'Lock in my prediction').click();
  }
  await instructor.getByRole('row', { name: /^Ada/ }).getByText('2 of 9').waitFor();
  await bar(instructor).getByRole('button', { name: 'Class', exact: true }).click();
  await bar(instructor).getByRole('button', { name: 'Answers' }).click();
  const said = instructor.getByRole('list', { name: /^One lane and block order/ }).getByRole('listitem');
  // Of all questions with answers, the lesson's.
  const lessonQuestion = instructor.getByRole('combobox', { name: 'Question' });
  await lessonQuestion.selectOption({ label: 'One lane and block order: Will bob’s payment succeed?' });
  await instructor.getByText('2 of 3 answered').waitFor();
  expect(await said.allTextContents()).toEqual([
    'Yes, it succeeds.1 answer',
    'No. Bob has no USDC before the block.1 answer',
  ]);
  expect(await seriousFindings(instructor)).toEqual([]);
  for (const page of [ada, eve]) {
    await button(page, 'Next').click();
    await button(page, 'Run it').click();
    await button(page, 'Next').click();
  }
  await said.first().getByLabel('right').waitFor();
  await said.last().getByLabel('wrong').waitFor();
  await button(instructor, 'Hide the answers').click();

  // Back in reach.
  await bar(instructor).getByRole('button', { name: 'Class', exact: true }).click();
  await turnTo(instructor, 'Who is here');
  await instructor.getByText('2 here, 1 away').waitFor({ timeout: 60_000 });
  expect(await seriousFindings(instructor)).toEqual([]);
  await instructor.getByLabel('Puzzle', { exact: true }).selectOption({ label: 'Four cards' });
  await button(instructor, 'Send everybody to the puzzle').click();
  await restore();
  await bar(ben).getByText('Connected').waitFor({ timeout: 60_000 });
  await ben.getByText('The instructor sends you “Four cards”.').waitFor();
  await turnTo(instructor, 'Answers');
  await instructor.getByText('3 of 3 answered').waitFor();
  await button(instructor, 'Show what they say so far').click();
  const bars = instructor.getByRole('list', { name: 'Poll: How many lanes are worth it?' }).getByRole('listitem');
  expect(await bars.allTextContents()).toEqual(['One1 answer', 'Four2 answers']);
  await instructor.emulateMedia({ colorScheme: 'dark' });
  expect(await seriousFindings(instructor)).toEqual([]);

  // One plays the puzzle; the board tells.
  await button(ben, 'Open it').click();
  const cards = ben.getByRole('listbox', { name: 'Transactions in block order' }).getByRole('option');
  await expect.poll(() => cards.count()).toBe(4);
  for (let i = 0; i < 4; i++) {
    await cards.nth(i).click();
    await ben.keyboard.press(i % 2 ? '2' : '1');
  }
  await turnTo(instructor, 'Puzzles');
  const row = instructor.getByRole('table', { name: 'Puzzle results' }).getByRole('row', { name: /Ben/ });
  await row.getByRole('img', { name: /of 3$/ }).waitFor();
  expect(await seriousFindings(instructor)).toEqual([]);

  // What one hands in is opened on the projector.
  const handed = (await documentTitle(eve).textContent()) ?? '';
  await button(eve, 'Hand in').click();
  await bar(eve).getByText('Handed in: “').waitFor();
  await turnTo(instructor, 'Who is here');
  await button(instructor, /^Open “.*” by <img/).click();
  await documentTitle(instructor).getByText(handed).waitFor();

  // The end: everybody is told, keeps what is open, and nobody comes in again.
  await bar(instructor).getByRole('button', { name: 'Class', exact: true }).click();
  await button(instructor, 'Close the room').click();
  await button(instructor, 'Close the room').click();
  for (const page of [ada, ben, eve]) await page.getByText('The class is over.').waitFor();
  expect(served.room.counts).toEqual({ connections: 0, seats: 0 });
  expect(await ada.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('room')))).toEqual([]);
  expect(errors).toEqual([]);
}, 180_000);

/** As Wi-Fi does when one leaves its reach. */
async function cutOff(page: Page): Promise<{ restore(): Promise<void> }> {
  await page.context().setOffline(true);
  return { restore: () => page.context().setOffline(false) };
}
