import { createStore, type StoreApi } from 'zustand/vanilla';
import { room as texts } from '#texts/room.ts';
import type { Call, Lead } from '../../class/lead.ts';
import type { Participant } from '../../class/participant.ts';
import { scenarioFromText } from '../../formats/scenario-file.ts';
import { txIndex } from '../../model/ids.ts';
import type { Scenario } from '../../model/scenario.ts';
import { type App, GUIDE_KEY, type Guide } from '../app.ts';

/**
 * A participant's page under somebody else's lead: nothing of it is replaced before the participant has said so.
 *
 *   call     none ──instructor calls──▶ asked ──open──▶ opened
 *                                         └──stay──▶ none
 *   follow   off ──instructor turns it on──▶ asked ──follow──▶ on ──stop, or a change of one's own──▶ stopped ──follow──▶ on
 *                                              └──decline──▶ stopped
 *            (any) ──instructor turns it off──▶ off
 */
export interface FollowingState {
  /** Waits for an answer. */
  readonly call: Call | null;
  readonly follow: 'off' | 'asked' | 'on' | 'stopped';
  /** What was open before the instructor's first document. */
  readonly own: { readonly key: string; readonly title: string; readonly guide: Guide | null } | null;
}

export interface Following {
  readonly store: StoreApi<FollowingState>;
  openCall(): Promise<void>;
  stay(): void;
  follow(): Promise<void>;
  stopFollowing(): void;
  /** Back to what was open before. */
  backToOwn(): Promise<void>;
  dispose(): void;
}

export interface FollowingOptions {
  /** The last call that was answered before, so that a page that was reloaded isn't asked again. */
  readonly answeredCall: number;
  readonly onAnswered: (call: number) => void;
  /** Keeps a lesson of the instructor's own, and gives the id under which it guides. Rejects when it is none. */
  readonly addLesson: (text: string) => Promise<string>;
}

/** What of keeping up with the block is put off, by what the instructor shows of it. */
const HOLD = { nothing: 'analysis', analysis: 'run', run: 'nothing' } as const;

export function createFollowing(
  app: App,
  participant: Pick<Participant, 'lead'>,
  { answeredCall, onAnswered, addLesson }: FollowingOptions,
): Following {
  const store = createStore<FollowingState>(() => ({ call: null, follow: 'off', own: null }));
  let answered = answeredCall;
  let ownScenario: Scenario | null = null;
  /** The document as the instructor's lead left it; anything else is the participant's own doing. */
  let applied: Scenario | null = null;
  /** Where in a run still to come the instructor is; null: nothing to seek. */
  let awaited: number | null = null;

  /** Nothing of ours holds back a run any more; what guides does so for itself. */
  const release = (): void => {
    awaited = null;
    if (!app.view.getState().guide) app.hold('nothing');
  };
  const stop = (): void => {
    if (isOn()) release();
    store.setState({ follow: 'stopped' });
  };

  const isOn = (): boolean => store.getState().follow === 'on';

  /** Replaces what is open, after it was put where it can be found again; unless it isn't wanted any more by then. */
  const replace = async (scenario: Scenario, isWanted = (): boolean => true): Promise<boolean> => {
    if (!store.getState().own) {
      const { key, scenario: mine } = app.document.getState();
      ownScenario = mine;
      store.setState({ own: { key, title: mine.title || texts.untitled, guide: app.view.getState().guide } });
    }
    await app.saved();
    if (!isWanted()) return false;
    app.setGuide(null);
    app.show('bench');
    if (isOn()) hold(participant.lead.getState());
    app.open(scenario);
    return true;
  };
  const refuse = (title: string, error: unknown): null => {
    const message = error instanceof Error ? error.message : String(error);
    app.notify({ kind: 'error', title: texts.notOpened(title), message });
    return null;
  };
  const read = (text: string, title: string): Scenario | null => {
    try {
      return scenarioFromText(text);
    } catch (error) {
      return refuse(title, error);
    }
  };
  const guide = (to: Guide): void => {
    app.show('bench');
    app.setGuide(to);
  };
  const seek = (share: number): void => {
    const end = app.run.getState().events.at(-1)?.at ?? 0;
    app.seek(share === 1 ? Number.POSITIVE_INFINITY : share * end);
  };

  let shown: Lead['scene'] = null;
  let opening = false;
  const showScene = async (): Promise<void> => {
    const { scene } = participant.lead.getState();
    // While the first is being opened, the document is still the participant's own.
    if (opening || !scene || scene === shown) return;
    shown = scene;
    const scenario = read(scene.text, scene.title);
    if (!scenario) return;
    if (applied === null) {
      opening = true;
      const opened = await replace(scenario, isOn);
      opening = false;
      if (!opened) return;
      applied = app.document.getState().scenario;
    } else {
      hold(participant.lead.getState());
      applied = scenario;
      app.edit(texts.followEdit, () => scenario, 'follow');
    }
    showMoment(participant.lead.getState());
    await showScene();
  };
  /** What isn't shown on the projector yet isn't shown here. */
  const hold = ({ moment }: Lead): void => {
    app.hold(moment ? HOLD[moment.shown] : 'nothing');
  };
  const showMoment = (lead: Lead): void => {
    const { moment } = lead;
    if (!moment) return;
    hold(lead);
    // On one's own cores nothing runs unasked, but following is asking.
    const { clock } = app.document.getState().scenario.settings;
    const { report, stale, status } = app.run.getState();
    if (moment.shown === 'run' && clock === 'measured' && (report === null || stale) && status === 'idle')
      app.startRun();
    awaited = moment.at;
    seek(moment.at);
    app.setLanesView(moment.lanesView);
    const { length } = app.document.getState().scenario.transactions;
    app.select(moment.selected.filter((tx) => tx < length).map(txIndex));
  };

  const onLead = (lead: Lead, before: Lead | null): void => {
    if (lead.call !== before?.call) {
      store.setState({ call: lead.call && lead.call.number > answered ? lead.call : null });
    }
    if (lead.follow !== (before?.follow ?? null)) {
      if (isOn()) release();
      store.setState({ follow: lead.follow ? 'asked' : 'off' });
    }
    if (!isOn()) return;
    if (lead.scene !== before?.scene) void showScene();
    else if (lead.moment !== before?.moment && applied !== null) showMoment(lead);
  };
  const unsubscribeLead = participant.lead.subscribe(onLead);
  onLead(participant.lead.getState(), null);

  const unsubscribeDocument = app.document.subscribe(({ scenario }) => {
    if (isOn() && applied !== null && scenario !== applied) stop();
  });
  // A run that ends shows its end; the instructor may be elsewhere in it.
  const unsubscribeRun = app.run.subscribe(({ events }, before) => {
    if (events === before.events || awaited === null || events.length === 0) return;
    if (app.run.getState().status === 'running') return;
    seek(awaited);
    if (!isOn()) awaited = null;
  });

  const answer = (call: Call): void => {
    answered = call.number;
    onAnswered(call.number);
    store.setState({ call: null });
  };

  return {
    store,
    async openCall() {
      const { call } = store.getState();
      if (!call) return;
      answer(call);
      if (isOn()) stop();
      const { what } = call;
      if (what.kind === 'own-lesson') {
        const id = await addLesson(what.text).catch((error: unknown) => refuse(call.title, error));
        if (id !== null) guide({ kind: 'lesson', id });
        return;
      }
      if (what.kind !== 'scenario') return guide(what);
      const scenario = read(what.text, call.title);
      if (!scenario) return;
      await replace(scenario);
      awaited = what.moment;
    },
    stay() {
      const { call } = store.getState();
      if (call) answer(call);
    },
    async follow() {
      applied = null;
      shown = null;
      store.setState({ follow: 'on' });
      await showScene();
    },
    stopFollowing: stop,
    async backToOwn() {
      const { own, follow } = store.getState();
      if (!own) return;
      if (follow === 'on') stop();
      store.setState({ own: null });
      awaited = null;
      app.show('bench');
      // A lesson or puzzle opens its own documents.
      app.setGuide(own.guide);
      if (own.guide) return;
      await app.saved();
      if (!own.key.startsWith(GUIDE_KEY)) await app.openRecent(own.key);
      // Where nothing can be stored, it is still here.
      if (app.document.getState().key !== own.key && ownScenario) app.open(ownScenario);
    },
    dispose() {
      if (isOn()) release();
      unsubscribeLead();
      unsubscribeDocument();
      unsubscribeRun();
    },
  };
}
