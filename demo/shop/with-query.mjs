/**
 * @param {string} path
 * @param {Record<string, unknown>} query Only texts are taken.
 * @returns {string} `path` with what there is of `query`: `/signup?product=sill`.
 */
export function withQuery(path, query) {
  const texts = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return texts.length > 0 ? `${path}?${new URLSearchParams(texts)}` : path
}
