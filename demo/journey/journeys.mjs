/** How many visitors the page remembers, and how many steps of each; the oldest go first. */
const MOST_JOURNEYS = 12
const MOST_STEPS = 60

/**
 * A step of somebody's journey.
 * @typedef {object} Step
 * @property {string} id
 * @property {number} at Milliseconds since the epoch.
 * @property {import('./stations.mjs').StationName} station
 * @property {string} sentence
 * @property {import('./exchange.mjs').Exchange} exchange
 * @property {string} [program] Which program it was told to.
 */

/** @typedef {{ visitor: string, number: number, steps: Step[] }} Journey */
/** @typedef {(journey: Journey, step: Step) => void} Listener */

/**
 * @typedef {object} Journeys
 * @property {() => readonly Journey[]} list The newest first.
 * @property {(visitor: string, step: Omit<Step, 'id' | 'at'>) => void} add
 * @property {(listener: Listener) => () => void} onStep Returns its undo.
 */

/**
 * What has happened since the demo was started, by visitor.
 * @returns {Journeys}
 */
export function createJourneys() {
  /** @type {Journey[]} */
  let journeys = []
  /** @type {Set<Listener>} */
  const listeners = new Set()
  let visitors = 0
  let steps = 0

  /** @param {string} visitor */
  function begin(visitor) {
    visitors += 1
    const journey = { visitor, number: visitors, steps: [] }
    journeys = [journey, ...journeys].slice(0, MOST_JOURNEYS)
    return journey
  }

  return {
    list: () => journeys,
    add(visitor, what) {
      const journey = journeys.find((journey) => journey.visitor === visitor) ?? begin(visitor)
      steps += 1
      const step = { ...what, id: `step-${steps}`, at: Date.now() }
      journey.steps = [...journey.steps, step].slice(-MOST_STEPS)
      for (const listener of listeners) listener(journey, step)
    },
    onStep(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
