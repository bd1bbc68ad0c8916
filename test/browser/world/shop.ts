import type { NewProgram } from '../../../server/src/domain/programs/create-program.js'
import { snippet } from './page.js'
import type { Program } from './program.js'
import type { World } from './use-world.js'

/**
 * Opens shops: each has a program and its partner Jane, on every page of `www.` and `app.shop.test`
 * but `/plain`.
 */
export const shopIn =
  (world: World) =>
  async (settings: Partial<NewProgram> = {}, head = ''): Promise<Program> => {
    const program = await world.pollen.newProgram(settings)
    if (settings.type !== 'refer_a_friend') await program.addPartner('jane', 'Jane')
    const pages = { '/plain': {}, '*': { head: head + snippet(program.id) } }
    world.site('www.shop.test', pages)
    world.site('app.shop.test', pages)
    return program
  }
