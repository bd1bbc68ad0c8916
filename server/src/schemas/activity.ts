import { Type } from 'typebox'

export const ActivityQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ description: 'How many, 1 to 200; 50 if not given.' })),
  before: Type.Optional(
    Type.String({ description: 'The id of what was told last: what happened before that.' }),
  ),
})

export const ActivityStreamQuery = Type.Object({
  after: Type.Optional(Type.String({ description: 'The id of what is known already.' })),
})
