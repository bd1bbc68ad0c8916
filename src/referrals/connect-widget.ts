import { warnOnce } from '../lib/warn-once.js'
import { element } from './element.js'
import { createPhrases } from './phrases.js'
import { readReferrals, requestLink, type Source } from './read-referrals.js'
import { renderForm } from './render-form.js'
import { renderWidget } from './render-widget.js'
import type { Texts } from './texts.js'
import type { WidgetData } from './widget-data.js'

/** What a widget is to show, and how. */
export interface WidgetSettings {
  /** `undefined` where the page has not said enough to ask anybody. */
  source: Source | undefined
  /** BCP 47, the one that is wanted most first. */
  languages: readonly (string | null | undefined)[]
  texts?: Partial<Texts> | undefined
  shareText?: string | undefined
}

/**
 * Shows in `place` what the server tells, and that it is being asked, or cannot be.
 *
 * @returns Its undo: an answer that comes later is not shown.
 */
export function connectWidget(
  place: HTMLElement,
  { source, languages, texts, shareText }: WidgetSettings,
): () => void {
  const phrases = createPhrases(languages, texts)
  let isOver = false
  const show = (...nodes: (Node | undefined)[]) => {
    if (isOver) return
    place.lang = phrases.language
    place.replaceChildren(...nodes.filter((node) => node !== undefined))
  }

  const showData = (data: WidgetData, from: Source) => {
    const nodes = renderWidget(data, phrases, shareText)
    if (data.link !== null) return show(...nodes)
    if (!data.takes_public_referrers) return show(...nodes, element('p', {}, phrases.texts.signIn))
    const showLink = (link: string) => {
      showData({ ...data, link }, from)
      place.querySelector('input')?.focus()
    }
    show(
      ...nodes,
      renderForm(phrases, (email) => requestLink(from, email), showLink),
    )
  }

  const showProblem = (problem: unknown) => {
    warnOnce({ message: `<pollen-referrals> ${String(problem)}` })
    const retry = element('button', { type: 'button', part: 'button retry' }, phrases.texts.retry)
    retry.addEventListener('click', load)
    show(
      element('p', { role: 'alert', part: 'problem' }, phrases.texts.failed),
      element('p', {}, retry),
    )
  }

  async function load(): Promise<void> {
    show(element('p', { role: 'status', part: 'loading' }, phrases.texts.loading))
    try {
      if (!source)
        throw new TypeError('needs the attribute program, and host where no script says it')
      showData(await readReferrals(source), source)
    } catch (problem) {
      showProblem(problem)
    }
  }

  load()
  return () => {
    isOver = true
  }
}
