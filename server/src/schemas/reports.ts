import { Type } from 'typebox'
import { SOURCES } from '../domain/figures/rank-sources.js'

/** Days, UTC, both of which belong to the report. */
export const DaysQuery = Type.Object({
  from: Type.Optional(
    Type.String({
      description: 'The first day, UTC: 2026-01-01; 29 days before `to` if not given.',
    }),
  ),
  to: Type.Optional(Type.String({ description: 'The last day; today if not given.' })),
})

export const TopQuery = Type.Object({
  ...DaysQuery.properties,
  of: Type.Enum([...SOURCES], { description: 'Whom or what to put in order.' }),
  limit: Type.Optional(Type.Integer({ description: 'How many, 1 to 100; 10 if not given.' })),
})
