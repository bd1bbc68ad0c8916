import { apiChapters } from '../.vitepress/api-chapters.mjs'

export default {
  paths: () =>
    apiChapters().map(({ slug, text }) => ({ params: { chapter: slug }, content: text })),
}
