/** Which part of a list. */
export interface PageQuery {
  /** Rows per page, 1 to 250; 15 by default. */
  limit?: number | undefined
  /** From 1, the default. A page with fewer rows than `limit` is the last. */
  page?: number | undefined
  /** `desc`, newest first, by default. */
  sort?: 'asc' | 'desc' | undefined
}
