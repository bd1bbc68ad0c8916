import type { Tab } from '../engines/engine.js'
import { snippet } from './page.js'
import type { Program } from './program.js'
import type { World } from './use-world.js'
import { whoReferred } from './who-referred.js'

/**
 * Brings visitors to a shop by Jane's link, on pages that carry the settings; the click has been
 * answered, and nothing waits.
 */
export const referredVisitorIn =
  (world: World) =>
  async (head = ''): Promise<{ program: Program; tab: Tab }> => {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane', 'Jane')
    const load = { type: 'affiliate' }
    world.site('www.shop.test', {
      '/plain': {},
      '*': { head: head + snippet(program.id, { load }) },
    })
    const tab = await world.visit('http://www.shop.test/?aff=jane')
    await whoReferred(tab)
    return { program, tab }
  }
