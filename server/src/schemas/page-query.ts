import { Type } from 'typebox'

/** The parameters that every list takes; what lies outside a range is moved to its end. */
export const PageQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ description: 'Rows per page, 1 to 250; 15 if not given.' })),
  page: Type.Optional(Type.Integer({ description: 'From 1.' })),
  sort: Type.Optional(
    Type.Enum(['asc', 'desc'], { description: 'desc, newest first, if not given' }),
  ),
})
