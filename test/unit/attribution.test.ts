import { expect, it } from 'vitest'
import { creditedKey } from '../../src/attribution.js'
import type { ProgramSettings } from '../../src/program-settings.js'

it.each<[ProgramSettings, string | undefined, string, string]>([
  [{ type: 'affiliate' }, undefined, 'jane', 'jane'],
  [{ type: 'affiliate' }, 'joe', 'jane', 'jane'],
  [{ type: 'affiliate', attribution: 'last_click' }, 'joe', 'jane', 'jane'],
  [{ type: 'affiliate', attribution: 'first_click' }, 'joe', 'jane', 'joe'],
  [{ type: 'affiliate', attribution: 'first_click' }, undefined, 'jane', 'jane'],
  [{}, 'joe', 'jane', 'joe'],
  [{}, undefined, 'jane', 'jane'],
])(
  'with %j and %s before, a landing by %s gives the credit to %s',
  (settings, standing, landed, credited) => {
    expect(creditedKey(standing, landed, settings)).toBe(credited)
  },
)
