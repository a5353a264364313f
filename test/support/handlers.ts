import { defaultSettings } from '../../shared/contract/methods/settings.ts';
import { VerbatimError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/methods.ts';

/** A few handlers with every kind of ending, for tests of what lies between a client and a core. */
export function smallHandlers(): { readonly handlers: Handlers; readonly cancelled: Promise<void> } {
  let tellCancelled = (): void => {};
  const cancelled = new Promise<void>((resolve) => {
    tellCancelled = resolve;
  });
  const handlers: Partial<Handlers> = {
    'settings.set': ({ theme = 'system' }) => ({ ...defaultSettings, theme }),
    'project.open': ({ ticket }) => {
      throw new VerbatimError('project_in_use', { file: ticket });
    },
    'project.close': () => {
      throw new TypeError('nobody foresaw this');
    },
    'files.discard': () => new Promise(() => {}),
    'files.append': ({ base64 }) => ({ received: base64.length }),
    /** Reports progress until it is cancelled. */
    'project.check': async (_input, context) => {
      for (let done = 1; ; done += 1) {
        if (context.signal.aborted) {
          tellCancelled();
          throw new VerbatimError('cancelled', {});
        }
        context.progress(done, 1000);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
  return { handlers: handlers as Handlers, cancelled };
}
