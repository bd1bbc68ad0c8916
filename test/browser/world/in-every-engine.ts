import { describe } from 'vitest'
import { enginesOfThisRun } from '../engines/launch-engine.js'
import { useWorld, type World } from './use-world.js'

/**
 * A suite that means the same in each engine.
 *
 * @param define Declares the tests; their world is made new for each of them.
 */
export const inEveryEngine = (define: (world: World) => void): void =>
  describe.each(enginesOfThisRun)('%s', (engine) => define(useWorld(engine)))
