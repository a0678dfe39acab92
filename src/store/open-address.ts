import { address as texts } from '#texts/share.ts';
import { normalizeRoomCode } from '../class/room-code.ts';
import type { SharedView } from '../formats/share-link/share-link.ts';
import { txIndex } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { MAX_LANES } from '../model/settings.ts';
import type { App, Guide } from './app.ts';
import { type Address, type ExampleAddress, GENERATED, parseAddress } from './address.ts';
import { setLanes } from './edits/pins.ts';

/**
 * Does what the page's address asks for. What comes by link is opened as a document of its own: undo goes back to the one that
 * was open. A link that can't be opened is a notice, and nothing else changes. Gives whether a document was opened: that is done
 * once, while all else is wanted again after a reload. Never rejects.
 */
export async function openAddress(app: App, hash: string, addLesson: AddLesson): Promise<boolean> {
  try {
    const address = parseAddress(hash);
    await open(app, address, addLesson);
    return address.kind === 'shared' || address.kind === 'example';
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    app.notify({ kind: 'error', title: texts.couldNotBeOpened, message: texts.documentStays(message) });
    return false;
  }
}

/** Keeps a lesson of somebody's own, and gives the id under which it guides. */
type AddLesson = (fileText: string) => Promise<string>;

async function open(app: App, address: Address, addLesson: AddLesson): Promise<void> {
  switch (address.kind) {
    case 'none':
      return;
    case 'shared': {
      const { sharedFromLink } = await import('../formats/share-link/share-link.ts');
      const { scenario, view } = sharedFromLink(address.packed);
      return show(app, scenario, view);
    }
    case 'example': {
      const { t, view } = address.example;
      const scenario = await scenarioOf(app, address.example);
      return show(app, scenario, { ...(t !== undefined && { moment: t }), ...(view && { lanesView: view }) });
    }
    case 'own-lesson': {
      const { lessonFromLink } = await import('../formats/share-link/lesson-link.ts');
      return guide(app, { kind: 'lesson', id: await addLesson(lessonFromLink(address.packed)) });
    }
    case 'lesson':
    case 'puzzle':
      return guide(app, { kind: address.kind, id: address.id });
    case 'papers':
      return app.show('papers');
    case 'room':
      // Who has a seat already goes on where they were; all others are asked in by the class's own code.
      return app.setRoom({ code: normalizeRoomCode(address.code) ?? address.code, key: address.key });
  }
}

async function scenarioOf(app: App, { id, lanes, engine, clock, ...generated }: ExampleAddress): Promise<Scenario> {
  const scenario = id === GENERATED ? await generate(generated) : await exampleOf(app, id);
  const settings = { ...scenario.settings, ...(engine && { engine }), ...(clock && { clock }) };
  const count = Math.min(lanes ?? settings.lanes, MAX_LANES[settings.clock]);
  return setLanes({ ...scenario, settings }, count);
}

async function exampleOf(app: App, id: string): Promise<Scenario> {
  const examples = await app.examples();
  const example = examples.find((each) => each.id === id);
  if (!example) throw new Error(texts.noSuchExample(id, [GENERATED, ...examples.map((each) => each.id)]));
  return example.scenario();
}

async function generate({
  seed,
  n,
  people,
  contention,
}: ExampleAddress | Omit<ExampleAddress, 'id'>): Promise<Scenario> {
  const [{ generateScenario }, { DEFAULT_GENERATOR_OPTIONS }] = await Promise.all([
    import('../workloads/generate/generate-scenario.ts'),
    import('../workloads/generate/options.ts'),
  ]);
  return generateScenario({
    ...DEFAULT_GENERATOR_OPTIONS,
    ...(seed !== undefined && { seed }),
    ...(n !== undefined && { transactions: n }),
    ...(people !== undefined && { accounts: people }),
    ...(contention !== undefined && { contention }),
  });
}

/** It guides through the panels: no view covers them. */
function guide(app: App, by: Guide): void {
  app.show('bench');
  app.setGuide(by);
}

function show(app: App, scenario: Scenario, view: SharedView): void {
  app.setGuide(null);
  app.show('bench');
  app.open(scenario);
  app.setLanesView(view.lanesView ?? 'timeline');
  app.select((view.selected ?? []).filter((tx) => tx < scenario.transactions.length).map(txIndex));
  if (view.location !== undefined) app.selectLocation(view.location);
  if (view.moment !== undefined) seekWhenRun(app, view.moment);
}

/** The moment is there when the document has been run; another document, or another run, is none of its business. */
function seekWhenRun(app: App, moment: number): void {
  const { scenario } = app.document.getState();
  const stop = app.run.subscribe(({ status, subject }) => {
    if (app.document.getState().scenario !== scenario) stop();
    else if (status === 'done' && subject?.scenario === scenario) {
      stop();
      app.seek(moment);
    }
  });
}
