import { Type } from 'typebox'

/** Days, UTC, both of which belong to the report. */
export const DaysQuery = Type.Object({
  from: Type.Optional(
    Type.String({
      description: 'The first day, UTC: 2026-01-01; 29 days before `to` if not given.',
    }),
  ),
  to: Type.Optional(Type.String({ description: 'The last day; today if not given.' })),
})
