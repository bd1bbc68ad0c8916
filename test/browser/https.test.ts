import { describe, expect, it } from 'vitest'
import { cookieValues } from './world/cookie-values.js'
import { inEveryEngine } from './world/in-every-engine.js'
import { snippet } from './world/page.js'
import { untilQuiet } from './world/until-quiet.js'

inEveryEngine((world) => {
  async function landing(url: string) {
    const program = await world.pollen.newProgram()
    await program.addPartner('jane')
    const head = snippet(program.id, {
      bundle: 'https://pollen.test/js/universal.js',
      assets: 'https://pollen.test',
      load: { type: 'affiliate' },
    })
    world.site('www.shop.test', { '*': { head } })
    world.site('app.shop.test', { '*': { head } })
    const tab = await world.visit(url)
    await expect.poll(() => program.clicksOf('jane')).toBe(1)
    return { program, tab }
  }

  describe('On a page that came encrypted', () => {
    it('cookies are never sent in the clear', async () => {
      const { tab } = await landing('https://www.shop.test/?aff=jane')
      const cookies = await tab.cookies()
      expect(cookies.map(({ name, secure, sameSite }) => [name, secure, sameSite]).sort()).toEqual([
        ['partnero_partner', true, 'Lax'],
        ['partnero_session_uuid', true, 'Lax'],
      ])
    })

    it('they are known to the other hosts of the site', async () => {
      const { tab } = await landing('https://www.shop.test/?aff=jane')
      await tab.open('https://app.shop.test/')
      await untilQuiet(tab)
      expect(await cookieValues(tab)).toMatchObject({ partnero_partner: 'jane' })
    })

    it('one that was written in the clear before is replaced, not doubled', async () => {
      const { program, tab } = await landing('http://www.shop.test/?aff=jane')
      await program.addPartner('joe')
      await tab.open('https://www.shop.test/?aff=joe')
      await expect.poll(() => program.clicksOf('joe')).toBe(1)
      const keys = (await tab.cookies()).filter(({ name }) => name === 'partnero_partner')
      expect(keys.map(({ value, secure }) => [value, secure])).toEqual([['joe', true]])
    })
  })
})
