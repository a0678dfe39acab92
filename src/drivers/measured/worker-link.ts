import { releaseProxy, wrap } from 'comlink';

/** The worker behind a call is gone: the call may be made again on another one. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
  /** It was terminated by us, for being asked to or for giving no answer; else it failed by itself. */
  readonly deliberate: boolean;
  constructor(message: string, deliberate: boolean) {
    super(message);
    this.deliberate = deliberate;
  }
}

/** What has lost a worker is tried again on another, this often in all. */
export const ATTEMPTS = 3;

/** A worker and the plain, asynchronous functions that it exposes. */
export interface WorkerLink<Service> {
  /**
   * Asks the worker for something. Settles in any case: Comlink alone never settles a call to a worker that is gone.
   * Rejects with `WorkerLost`, or with what the service threw. After `limitMs` the worker counts as hung and is terminated;
   * without it, it may take as long as it likes.
   */
  call<R>(ask: (service: Service) => Promise<R>, limitMs?: number): Promise<R>;
  /** Calls under way are rejected with `WorkerLost` that carries `reason`. Safe to repeat. */
  terminate(reason: string): void;
  readonly alive: boolean;
}

export function createWorkerLink<Service>(worker: Worker): WorkerLink<Service> {
  const remote = wrap<Service>(worker);
  // All functions of a service are asynchronous already, so that its remote form has the same type.
  const service = remote as unknown as Service;
  const pending = new Set<(lost: WorkerLost) => void>();
  let lost: WorkerLost | null = null;

  function lose(reason: string, deliberate: boolean): void {
    if (lost) return;
    lost = new WorkerLost(reason, deliberate);
    worker.terminate();
    remote[releaseProxy]();
    for (const reject of [...pending]) reject(lost);
  }

  // Errors thrown by the service come back as rejections; what arrives here left the worker in a state nobody knows.
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    lose(`a worker failed: ${event.message || 'its script could not be loaded'}`, false);
  });
  worker.addEventListener('messageerror', () => lose('a worker sent a message that could not be read', false));

  return {
    call<R>(ask: (service: Service) => Promise<R>, limitMs?: number): Promise<R> {
      return new Promise<R>((resolve, reject) => {
        if (lost) {
          reject(lost);
          return;
        }
        const timer =
          limitMs === undefined
            ? undefined
            : setTimeout(() => lose(`a worker gave no answer for ${Math.round(limitMs)} ms`, true), limitMs);
        const settle = (): void => {
          clearTimeout(timer);
          pending.delete(fail);
        };
        const fail = (error: unknown): void => {
          settle();
          reject(error);
        };
        pending.add(fail);
        ask(service).then((value) => {
          settle();
          resolve(value);
        }, fail);
      });
    },
    terminate: (reason) => lose(reason, true),
    get alive() {
      return lost === null;
    },
  };
}
