import type { Partner } from '../../../src/outbox.js'
import type { Tab } from '../engines/engine.js'

type Po = (...call: unknown[]) => unknown

/**
 * Who referred this visitor, as the page is told: when the script has dealt with the answer to the
 * click, or knows that none is to be had now.
 */
export const whoReferred = (tab: Tab): Promise<Partner | null> =>
  tab.run(
    () =>
      new Promise((resolve) =>
        (Reflect.get(window, 'po') as Po)('partner', (partner?: Partner) =>
          resolve(partner ?? null),
        ),
      ),
  )
